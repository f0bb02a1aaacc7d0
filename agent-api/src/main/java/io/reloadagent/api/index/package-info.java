/** What runs inside the compiler: writes down at build time which classes have dynamic fields. Not for applications. */
package io.reloadagent.api.index;
