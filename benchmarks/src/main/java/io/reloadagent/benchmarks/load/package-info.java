/** What an application feels of many who ask its agent. */
package io.reloadagent.benchmarks.load;
