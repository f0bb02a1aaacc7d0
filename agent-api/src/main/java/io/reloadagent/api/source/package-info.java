/** What a jar implements that brings the agent a further kind of source. Applications have no use for it. */
package io.reloadagent.api.source;
