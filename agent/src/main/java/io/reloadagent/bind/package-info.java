/**
 * From a document to values of Java types: names, conversion, what is secret. Jackson does the walking through types; every value
 * is converted, and every refusal worded, here. Imports only what stands below it.
 */
package io.reloadagent.bind;
