package io.reloadagent.adopt;

/**
 * Recognises by their names, {@code ch/qos/logback/core/Layout}, classes of libraries that most services of the adopted frameworks
 * are made of. They know nothing of these frameworks, so none of their fields carries an annotation: their files need not be looked
 * at for that. A class that is not recognised costs some tenths of a millisecond at the start, nothing else.
 */
public final class LibraryClasses {

    private static final String[] PACKAGES = {
        "ch/qos/logback/",
        "com/fasterxml/",
        "com/zaxxer/hikari/",
        "io/micrometer/",
        "io/netty/",
        "io/undertow/",
        "jakarta/",
        "net/bytebuddy/",
        "org/apache/catalina/",
        "org/apache/commons/",
        "org/apache/coyote/",
        "org/apache/el/",
        "org/apache/logging/",
        "org/apache/tomcat/",
        "org/eclipse/jetty/",
        "org/hibernate/",
        "org/jboss/",
        "org/slf4j/",
        "org/yaml/snakeyaml/",
        "tools/jackson/"
    };

    private LibraryClasses() {}

    /** Whether a class of this name is one of theirs. */
    public static boolean include(String className) {
        for (String prefix : PACKAGES) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
