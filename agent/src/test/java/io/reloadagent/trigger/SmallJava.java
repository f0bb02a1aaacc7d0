package io.reloadagent.trigger;

import io.reloadagent.report.Level;
import io.reloadagent.report.Log;
import java.nio.file.Path;
import java.time.Duration;

/** An application in a Java that has only {@code java.base}; ends when its main method does. */
final class SmallJava {

    private SmallJava() {}

    public static void main(String[] arguments) throws Exception {
        Log log = new Log(Level.INFO, System.err);
        Reloads reloads = new Reloads();
        new JmxTrigger(reloads, Duration.ZERO, log).start();
        HttpTrigger http =
                new HttpTrigger("127.0.0.1:0", new TokenFile(Path.of(arguments[0])), reloads, Duration.ZERO, log);
        http.start();
        System.out.println(http.port() > 0 ? "listens" : "does not listen");
    }
}
