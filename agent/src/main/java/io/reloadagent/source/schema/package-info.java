/** Checks documents against JSON Schemas, with the places of both in what it says. */
package io.reloadagent.source.schema;
