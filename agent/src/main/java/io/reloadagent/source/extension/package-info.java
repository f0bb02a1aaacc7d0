/** Sources that jars of others bring along, kept apart from the agent and from the application. */
package io.reloadagent.source.extension;
