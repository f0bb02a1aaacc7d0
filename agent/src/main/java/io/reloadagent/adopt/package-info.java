/** The annotations of other frameworks by which an application's fields can be dynamic. Depends on nothing. */
package io.reloadagent.adopt;
