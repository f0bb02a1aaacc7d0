/**
 * The one class that application code calls: renamed and defined where every class loader finds it, it hands on JDK
 * types to a delegate, does nothing until there is one, and throws nothing of
 * its own.
 */
package io.reloadagent.bridge;
