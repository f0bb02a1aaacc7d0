/**
 * The main job, shown: an application that knows nothing of the agent follows its configuration file. {@link
 * io.reloadagent.examples.demo.Demo} is the entry.
 */
package io.reloadagent.examples.demo;
