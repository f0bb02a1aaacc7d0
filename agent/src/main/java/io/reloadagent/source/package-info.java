/**
 * Where values come from: files are read whole, twice if need be until they hold still, and parsed into documents whose every
 * leaf knows its file, line and column. Knows nothing of fields, types or reloads.
 */
package io.reloadagent.source;
