package com.acme.secrets;

import com.acme.service.JmxClient;
import com.acme.shell.Shell;
import com.sun.management.HotSpotDiagnosticMXBean;
import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.ReloadEvent;
import io.reloadagent.api.ReloadResult;
import io.reloadagent.api.Reloadable;
import io.reloadagent.api.SecretValue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Has secrets, and a module that fails with a secret in its message when it is told to. */
public final class SecretsMain implements Reloadable {

    private final Credentials credentials = new Credentials();
    private final List<ReloadEvent> events = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    public static void main(String[] args) throws Exception {
        new SecretsMain().run();
    }

    private void run() throws Exception {
        ReloadAgent.observe(events::add);
        ReloadAgent.register("secrets", this);
        new Shell()
                .on(
                        "is",
                        words -> Arrays.asList(
                                credentials.key.equals(SecretValue.of(words.get(0))),
                                credentials.password.equals(words.get(1)),
                                credentials.tries))
                .on("length", words -> credentials.key.<Integer>use(characters -> characters.length))
                .on("dump", words -> dump(words.get(0)))
                .on("shown", words -> credentials.key)
                .on("fail", words -> failing = Boolean.parseBoolean(words.get(0)))
                .on("jmx", words -> JmxClient.attributes())
                .on("events", words -> events.stream().map(ReloadEvent::toJson).collect(Collectors.toList()))
                .on("reload", words -> described(ReloadAgent.requestReload().get(20, TimeUnit.SECONDS)))
                .run();
    }

    /** All that lives in the heap. */
    private static String dump(String file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
        return file;
    }

    private static List<String> described(ReloadResult result) {
        return Arrays.asList(
                result.outcome().name(), result.message(), result.problems().toString());
    }

    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) {
        if (failing) {
            throw new IllegalStateException("cannot log in with "
                    + changes.stream().map(SecretsMain::value).collect(Collectors.joining(", ")));
        }
    }

    private static String value(ConfigChange change) {
        return change.newValue() instanceof SecretValue
                ? ((SecretValue) change.newValue()).reveal()
                : String.valueOf(change.newValue());
    }
}
