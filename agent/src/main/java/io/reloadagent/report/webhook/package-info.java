/** Events sent to an address of the operator's choice. */
package io.reloadagent.report.webhook;
