/**
 * Which classes are touched, and what is changed in them. Every class that the application loads passes the
 * {@link io.reloadagent.instrument.Transformer}; a scan of its constant pool lets nearly all of them go at once, and only
 * for the others Byte Buddy's class reader and writer are loaded and used.
 */
package io.reloadagent.instrument;
