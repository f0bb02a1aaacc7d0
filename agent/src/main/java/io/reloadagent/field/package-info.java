/**
 * The read path: a cell for every dynamic field, the version that all cells read from, and the swap from one version to
 * the next. Code in here runs in the application's threads: it imports nothing of the rest of the agent, takes no lock on
 * a read, allocates nothing there and throws nothing.
 *
 * <p>A read is {@link io.reloadagent.field.Linker linked} once to the {@link io.reloadagent.field.Cell} of its field. The
 * {@link io.reloadagent.field.Versions} hold the one volatile reference to what is in force; a
 * {@link io.reloadagent.field.Swap} moves it.
 */
package io.reloadagent.field;
