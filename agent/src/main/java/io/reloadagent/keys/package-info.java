/** Private keys, certificates and passwords, as files hold them. */
package io.reloadagent.keys;
