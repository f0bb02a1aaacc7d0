package io.reloadagent.adopt;

/** Tells classes of one application from those of libraries that it uses, as far as names can. */
public final class Neighbours {

    private static final int PARTS = 2;

    private Neighbours() {}

    /** Whether two classes, named as {@code com.acme.Main$Settings}, are of one package, or the first two names of both packages are the same. */
    public static boolean are(String one, String other) {
        return root(one).equals(root(other));
    }

    private static String root(String className) {
        int end = -1;
        for (int i = 0; i < PARTS; i++) {
            int dot = className.indexOf('.', end + 1);
            if (dot < 0) {
                break;
            }
            end = dot;
        }
        return className.substring(0, Math.max(0, end));
    }
}
