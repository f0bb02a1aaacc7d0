/**
 * What asks for a reload: changed files, HTTP, JMX, the application itself. A trigger decides who may ask; the
 * transaction decides what happens.
 */
package io.reloadagent.trigger;
