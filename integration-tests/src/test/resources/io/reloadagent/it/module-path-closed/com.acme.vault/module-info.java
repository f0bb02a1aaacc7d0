/** Exports nothing, opens nothing. */
module com.acme.vault {}
