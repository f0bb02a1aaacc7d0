/** Looks into an application's class files, without running them: what could be reloaded, who reads it, and what would never be noticed. */
package io.reloadagent.scan;
