/**
 * Which classes are touched, and what is changed in them. Every class that the application loads passes the
 * {@link io.reloadagent.instrument.Transformer}; a scan of its constant pool lets nearly all of them go at once, and only
 * for the others Byte Buddy's class reader and writer are loaded and used. An {@link io.reloadagent.instrument.Installation}
 * has classes that were loaded before pass it as well, and gives all of them their own code back in the end.
 */
package io.reloadagent.instrument;
