package io.reloadagent.it;

/** A way of the JVM to run code, or to collect garbage, that the read path must be right in. */
enum JvmMode {
    /** Both compilers, the JVM's own choice of a collector. */
    DEFAULT("as it comes", ""),
    INTERPRETED("interpreted", "-Xint"),
    C1("C1 only", "-XX:TieredStopAtLevel=1"),
    /** Compiles as early as with both compilers, which is before the next reload. */
    C2("C2 only", "-XX:-TieredCompilation -XX:CompileThreshold=200"),
    ZGC("ZGC", "-XX:+UnlockExperimentalVMOptions -XX:+UseZGC");

    private static final int FIRST_WITH_ZGC = 11;

    private final String name;
    /** Separated by blanks; none in the default mode. */
    private final String options;

    JvmMode(String name, String options) {
        this.name = name;
        this.options = options;
    }

    boolean isOf(Jdk jdk) {
        return this != ZGC || jdk.feature() >= FIRST_WITH_ZGC;
    }

    /** The same start, in this mode. */
    Launch of(Launch launch) {
        return options.isEmpty() ? launch : launch.options(options.split(" "));
    }

    @Override
    public String toString() {
        return name;
    }
}
