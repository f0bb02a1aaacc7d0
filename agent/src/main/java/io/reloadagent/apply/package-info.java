/** Methods of the application's objects that are called when a path changes, by rules: what needs no line of code in the application. */
package io.reloadagent.apply;
