package io.reloadagent.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which classes somebody asks for. Immutable. */
final class Scope {

    /** The application's own, as far as their places tell. */
    static final Scope OWN = new Scope(Collections.emptyList(), false);

    /** All. */
    static final Scope ALL = new Scope(Collections.emptyList(), true);

    private final List<String> packages;
    private final boolean all;

    private Scope(List<String> packages, boolean all) {
        this.packages = packages;
        this.all = all;
    }

    /** Those in these packages and beneath, in whichever library; those of {@link #OWN} if there is none. */
    static Scope of(List<String> packages) {
        return packages.isEmpty() ? OWN : new Scope(new ArrayList<>(packages), false);
    }

    /** Whether a class, {@code com.acme.Main}, is one of them. */
    boolean contains(Part part, String className) {
        if (packages.isEmpty()) {
            return all || part.isOwn(className);
        }
        return packages.stream()
                .anyMatch(name -> className.startsWith(name)
                        && (className.length() == name.length()
                                || name.endsWith(".")
                                || className.charAt(name.length()) == '.'
                                || className.charAt(name.length()) == '$'));
    }
}
