/**
 * The one class that application code calls: renamed and defined where every class loader finds it, it hands on JDK
 * types to a delegate, does nothing until there is one, and never throws.
 */
package io.reloadagent.bridge;
