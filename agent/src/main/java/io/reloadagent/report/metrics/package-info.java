/** What is counted and measured of the agent, and how Prometheus reads it. */
package io.reloadagent.report.metrics;
