package io.reloadagent.settings;

/** Whether clients show a certificate, besides the token. */
public enum ClientAuth {

    /** They are not asked for one. */
    NONE,

    /** They are asked for one; who has none may go on, who has one that nobody vouches for may not. */
    WANT,

    /** Who has none may not go on. */
    NEED
}
