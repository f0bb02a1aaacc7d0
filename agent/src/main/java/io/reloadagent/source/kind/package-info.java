/** The kinds of sources besides a single file: directories, the environment, system properties, mounted trees, extensions. */
package io.reloadagent.source.kind;
