package io.reloadagent.instrument;

/** Tells the application's classes from those of the JDK and of the agent. Immutable. */
final class ApplicationClasses {

    private final ClassLoader agentLoader = ApplicationClasses.class.getClassLoader();
    private final ClassLoader jdkLoader = ClassLoader.getSystemClassLoader().getParent();

    /**
     * Whether a class is the application's.
     *
     * @param loader null for the boot loader
     * @param className {@code com/acme/Main}; null if it has none
     */
    boolean include(ClassLoader loader, String className) {
        return loader != null
                && loader != jdkLoader
                && !isAgents(loader)
                && className != null
                && !JdkClasses.includes(className);
    }

    /** An agent that was stopped leaves a loader of the same kind behind, until that is collected. */
    private boolean isAgents(ClassLoader loader) {
        return loader == agentLoader || loader.getClass() == agentLoader.getClass();
    }
}
