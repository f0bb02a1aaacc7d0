package io.reloadagent.adopt;

/**
 * Recognises classes of the frameworks whose annotations can be adopted by their name, {@code org/springframework/boot/Banner}. They carry
 * these annotations, too, and read their own fields once, when they start: a change of them would be told and have no effect.
 */
public final class FrameworkClasses {

    private static final String[] PACKAGES = {
        "org/springframework/",
        "org/eclipse/microprofile/",
        "io/smallrye/",
        "io/quarkus/",
        "com/ctrip/framework/apollo/",
        "com/alibaba/nacos/",
        "com/alibaba/boot/nacos/",
        "com/alibaba/cloud/"
    };

    /** Applications that show what Spring can do. */
    private static final String SAMPLES = "org/springframework/samples/";

    private FrameworkClasses() {}

    /** Whether a class of this name is one of theirs. */
    public static boolean include(String className) {
        for (String prefix : PACKAGES) {
            if (className.startsWith(prefix)) {
                return !className.startsWith(SAMPLES);
            }
        }
        return false;
    }
}
