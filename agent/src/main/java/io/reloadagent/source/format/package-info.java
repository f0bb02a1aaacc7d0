/** What documents are written in: one parser a format, each within the same limits, each knowing the place of every node. */
package io.reloadagent.source.format;
