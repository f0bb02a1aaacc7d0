/** The levels of the application's loggers, in whichever logging libraries it has. */
package io.reloadagent.levels;
