package io.reloadagent.scan;

/** A place within an application that classes are packed in: a directory, a jar, a jar in a jar. Immutable. */
final class Part {

    private static final String[] WIDE = {
        "com.google.",
        "com.github.",
        "com.sun.",
        "com.ibm.",
        "com.oracle.",
        "io.github.",
        "org.apache.",
        "org.eclipse.",
        "org.springframework.",
        "org.codehaus."
    };

    private final String name;
    private final boolean application;

    /** With a dot at its end; null if it makes no difference. */
    private final String ownPackage;

    private Part(String name, boolean application, String ownPackage) {
        this.name = name;
        this.application = application;
        this.ownPackage = ownPackage;
    }

    /** One that holds the application itself. */
    static Part ofApplication(String name) {
        return new Part(name, true, null);
    }

    /** One that holds what the application uses. */
    static Part ofLibrary(String name) {
        return new Part(name, false, null);
    }

    /**
     * One that may hold both.
     *
     * @param mainClass the class that the application starts with; null for none
     */
    static Part ofBoth(String name, String mainClass) {
        return new Part(name, true, mainClass == null || mainClass.indexOf('.') < 0 ? null : root(mainClass));
    }

    /** Whether a class in here, {@code com.acme.Main}, is the application's own. */
    boolean isOwn(String className) {
        return application && (ownPackage == null || className.startsWith(ownPackage));
    }

    /** What a class in here belongs to that is not the application's own. */
    String libraryOf(String className) {
        return application && className.indexOf('.') >= 0 ? root(className) + "*" : name;
    }

    String name() {
        return name;
    }

    /** What the classes of one owner begin with: {@code com.acme.}, {@code org.apache.kafka.}. */
    private static String root(String className) {
        int packages = 2;
        for (String wide : WIDE) {
            packages = className.startsWith(wide) ? 3 : packages;
        }
        int end = className.indexOf('.');
        for (int i = 1; i < packages && className.indexOf('.', end + 1) > 0; i++) {
            end = className.indexOf('.', end + 1);
        }
        return className.substring(0, end + 1);
    }
}
