/**
 * What the agent tells: its log and the events of reloads. Nothing here delays a reload or throws into it.
 */
package io.reloadagent.report;
