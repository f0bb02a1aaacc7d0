/** The command line, {@code java -jar reload-agent.jar}: one class a verb, streams passed in, an exit code out. */
package io.reloadagent.cli;
