package io.reloadagent.reload;

/** A module refused the reload, or failed in it. */
final class ModuleException extends Exception {

    private static final long serialVersionUID = 1;

    private final String module;

    ModuleException(String module, CallbackException cause) {
        super("module '" + module + "' " + cause.getMessage(), cause);
        this.module = module;
    }

    String module() {
        return module;
    }
}
