/** What whole reloads cost, and what is left of many. */
package io.reloadagent.benchmarks.transaction;
