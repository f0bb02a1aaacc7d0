/**
 * What an application compiles against to work together with Reload Agent. A library without dependencies that does
 * nothing by itself: without the agent every call returns at once. {@link io.reloadagent.api.ReloadAgent} is the entry.
 */
package io.reloadagent.api;
