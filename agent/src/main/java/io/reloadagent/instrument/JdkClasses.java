package io.reloadagent.instrument;

/** Recognises classes that come with the JDK by their name, {@code java/lang/String}: they have no dynamic fields. */
final class JdkClasses {

    private static final String[] PACKAGES = {"java/", "sun/", "jdk/", "com/sun/", "javax/"};

    private JdkClasses() {}

    static boolean includes(String className) {
        for (String prefix : PACKAGES) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
