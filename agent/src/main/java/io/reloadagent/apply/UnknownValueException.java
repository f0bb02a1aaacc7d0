package io.reloadagent.apply;

/** An instance is to have its own value back, and nothing tells which that was. */
final class UnknownValueException extends Exception {

    private static final long serialVersionUID = 1;

    UnknownValueException() {
        super("the value that was in force before is not known: the source held none, and no getter tells; name one"
                + " by 'getter' in the rule");
    }
}
