/**
 * The history on disk: one file an entry, for the owner's eyes only, whole or not there at all. Knows documents; knows nothing of fields
 * or reloads.
 */
package io.reloadagent.store;
