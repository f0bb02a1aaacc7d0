/**
 * The agent's entry: start-up checks, and the class loader that holds everything else. Loaded by the system class loader
 * beside the application, so this package must have no dependency on anything, and every failure ends as one line on
 * stderr.
 */
package io.reloadagent.premain;
