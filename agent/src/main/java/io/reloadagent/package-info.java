/** The agent put together; {@link io.reloadagent.Agent} is the one class that knows every package. */
package io.reloadagent;
