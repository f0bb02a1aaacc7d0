package io.reloadagent.examples.demo;

/**
 * The content of the application's file, and how the application prints it.
 *
 * @param poolSize as written in the file, so that it can be wrong
 * @param timeoutMillis in milliseconds
 * @param discount whether the discount is on
 */
record Settings(String poolSize, long timeoutMillis, boolean discount) {

    static Settings of(int poolSize, long timeoutMillis, boolean discount) {
        return new Settings(Integer.toString(poolSize), timeoutMillis, discount);
    }

    String asYaml() {
        return """
                orders:
                  pool:
                    size: %s
                  timeout-ms: %d
                  discount-enabled: %b
                  heartbeat: PT1S
                  log-level: INFO
                """.formatted(poolSize, timeoutMillis, discount);
    }

    String asPrinted() {
        return "pool " + poolSize + ", timeout " + timeoutMillis + " ms, discount " + (discount ? "on" : "off");
    }
}
