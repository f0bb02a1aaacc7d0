/**
 * The transaction. The {@link io.reloadagent.reload.Coordinator} runs one reload at a time; each is an attempt to get from
 * version N to N+1 in which everything is accepted, or nothing has happened.
 */
package io.reloadagent.reload;
