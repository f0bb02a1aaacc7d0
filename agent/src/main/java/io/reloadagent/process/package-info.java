/** The JVMs of this machine, as the operating system shows them, and the way to an agent in one of them. For the command line. */
package io.reloadagent.process;
