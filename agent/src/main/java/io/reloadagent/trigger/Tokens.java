package io.reloadagent.trigger;

/** Tells by the token of a request what it may do. Immutable. */
final class Tokens {

    private final BearerToken operate;

    /** Null if there is none. */
    private final BearerToken read;

    /** @param read null if nobody may only read */
    Tokens(BearerToken operate, BearerToken read) {
        this.operate = operate;
        this.read = read;
    }

    /**
     * The role; null for a wrong token. It takes the same time whichever of them it is.
     *
     * @param authorization the value of the header {@code Authorization}; may be null
     */
    Role of(String authorization) {
        boolean operates = operate.matches(authorization);
        boolean reads = read != null && read.matches(authorization);
        if (operates) {
            return Role.OPERATE;
        }
        return reads ? Role.READ : null;
    }
}
