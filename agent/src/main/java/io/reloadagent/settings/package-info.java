/**
 * The agent's own configuration: what can be set, where it may stand, and what was set. Settings are described as data in
 * {@link io.reloadagent.settings.SettingCatalog}; the command line's help is written from the same description.
 */
package io.reloadagent.settings;
