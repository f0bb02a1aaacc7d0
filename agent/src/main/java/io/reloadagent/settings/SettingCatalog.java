package io.reloadagent.settings;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.bind.DurationText;
import io.reloadagent.bind.SizeText;
import io.reloadagent.report.Level;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that can be set by one value. Lists (sources, rules, secret paths) stand in the configuration file only. */
public final class SettingCatalog {

    /** The agent's configuration file; empty for none. */
    public static final Setting<String> CONFIG =
            new Setting<>("config", "", FileName::expand, "The agent's own configuration file, YAML.");

    /** The one source, where there is no configuration file; empty for none. */
    public static final Setting<String> SOURCE = new Setting<>(
            "source", "", FileName::expand, "The file that the values come from; in place of a configuration file.");

    /** The longest time that a change of a source goes unnoticed. */
    public static final Setting<Duration> CHECK_INTERVAL = new Setting<>(
            "reload.check-interval",
            "30s",
            SettingCatalog::positive,
            "How often the content of the sources is compared, besides watching for events.");

    /** How long a source must rest before it is read. */
    public static final Setting<Duration> SETTLE = new Setting<>(
            "reload.settle",
            "50ms",
            SettingCatalog::settle,
            "How long the content of a source must stay the same before it is believed.");

    /** How long a reload may take. */
    public static final Setting<Duration> TIMEOUT = new Setting<>(
            "reload.timeout",
            "10s",
            SettingCatalog::positive,
            "How long a reload may take; a callback that is still running then is abandoned.");

    /** What is a field that changes often. */
    public static final Setting<Duration> QUIET = new Setting<>(
            "reload.quiet",
            "2s",
            SettingCatalog::duration,
            "A field that changes twice within this time is read a little slower until it rests.");

    /** How long a first failure keeps the same content from being tried again. */
    public static final Setting<Duration> BACKOFF_BASE = new Setting<>(
            "reload.backoff.base",
            "1s",
            SettingCatalog::duration,
            "After a failure, the same content is not tried again for so long, twice as long after the next; 0: at once.");

    /** The longest time that failures keep the same content from being tried again. */
    public static final Setting<Duration> BACKOFF_CAP = new Setting<>(
            "reload.backoff.cap",
            "30s",
            SettingCatalog::duration,
            "The longest time that failures keep the same content from being tried again.");

    /** Whether a module that fails undoes the reload. */
    public static final Setting<Boolean> ROLLBACK = new Setting<>(
            "reload.rollback",
            "true",
            SettingCatalog::bool,
            "Whether a module that fails undoes the reload; if not, the new version is published nevertheless, and the modules"
                    + " that failed are named.");

    /** Whether what nothing follows is refused. */
    public static final Setting<Boolean> STRICT = new Setting<>(
            "reload.strict",
            "false",
            SettingCatalog::bool,
            "Whether a change is refused as a whole if it has keys that no dynamic field follows.");

    /** Whether sources are watched. */
    public static final Setting<Boolean> WATCH = new Setting<>(
            "reload.watch", "true", SettingCatalog::bool, "Whether a changed source is reloaded by itself.");

    /** Of which frameworks the annotations count. */
    public static final Setting<Set<AdoptedAnnotation>> ADOPT = new Setting<>(
            "adopt",
            "",
            Frameworks::parse,
            "Frameworks whose annotations make fields dynamic: spring, microprofile, apollo, nacos, with a space between"
                    + " them; empty: none.");

    /** The signal that reloads; empty for none. */
    public static final Setting<String> SIGNAL = new Setting<>(
            "reload.signal",
            "",
            SettingCatalog::signal,
            "The signal that reloads, HUP for example, which then no longer ends the process; empty: none.");

    /** Where HTTP listens; empty for nowhere. */
    public static final Setting<String> HTTP_ADDRESS = new Setting<>(
            "http.address", "", text -> text, "Where HTTP listens, 127.0.0.1:7099 for example; empty: off.");

    /** The file that holds the token for HTTP. */
    public static final Setting<String> HTTP_TOKEN_FILE = new Setting<>(
            "http.token-file",
            "",
            FileName::expand,
            "The file with the token that HTTP asks for; written with a new one if it does not exist;"
                    + " empty: ~/.reload-agent/token.");

    /** The file that holds the token of who may only read. */
    public static final Setting<String> HTTP_READ_TOKEN_FILE = new Setting<>(
            "http.read-token-file",
            "",
            FileName::expand,
            "The file with a second token, for who may look at everything and change nothing; written as the first one;"
                    + " empty: there is none.");

    /** What clients call the agent. */
    public static final Setting<List<String>> HTTP_HOSTS = new Setting<>(
            "http.hosts",
            "",
            SettingCatalog::hosts,
            "The only names by which clients may call the agent, app.example.com for example, or app.example.com:8443"
                    + " where it is not the port of http.address, with a space between them; empty: the address itself.");

    /** The key store of HTTP; empty for no TLS. */
    public static final Setting<String> HTTP_KEY_STORE = new Setting<>(
            "http.tls.key-store",
            "",
            FileName::expand,
            "The file with the private key and the certificate of HTTP, PKCS12 or JKS; empty: no TLS.");

    /** The file that holds the key store's password. */
    public static final Setting<String> HTTP_KEY_STORE_PASSWORD_FILE = new Setting<>(
            "http.tls.key-store-password-file",
            "",
            FileName::expand,
            "The file with the password of http.tls.key-store, readable for its owner alone.");

    /** The trust store of HTTP; empty for none. */
    public static final Setting<String> HTTP_TRUST_STORE = new Setting<>(
            "http.tls.trust-store",
            "",
            FileName::expand,
            "The file with the certificates of those who vouch for clients, PEM, PKCS12 or JKS; empty: none.");

    /** The file that holds the trust store's password; empty for none. */
    public static final Setting<String> HTTP_TRUST_STORE_PASSWORD_FILE = new Setting<>(
            "http.tls.trust-store-password-file",
            "",
            FileName::expand,
            "The file with the password of http.tls.trust-store, readable for its owner alone; empty: it has none.");

    /** Whether clients have to have a certificate. */
    public static final Setting<ClientAuth> HTTP_CLIENT_AUTH = new Setting<>(
            "http.tls.client-auth",
            "none",
            SettingCatalog::clientAuth,
            "Whether clients show a certificate besides the token: none, want or need.");

    /** Whether the MBean is registered. */
    public static final Setting<Boolean> JMX_ENABLED =
            new Setting<>("jmx.enabled", "true", SettingCatalog::bool, "Whether the MBean is registered.");

    /** The file that operations are written to; empty for none. */
    public static final Setting<String> AUDIT_FILE = new Setting<>(
            "audit.file",
            "",
            FileName::expand,
            "The file that every operation is written to, a line of JSON each, made readable for its owner alone;"
                    + " empty: none.");

    /** How long the audit file may grow, in bytes. */
    public static final Setting<Long> AUDIT_MAX_SIZE = new Setting<>(
            "audit.max-size",
            "10MB",
            SettingCatalog::auditSize,
            "How long the audit file may grow before it is renamed, with .1 at its end, and another is begun.");

    /** How many audit files there may be. */
    public static final Setting<Integer> AUDIT_MAX_FILES = new Setting<>(
            "audit.max-files",
            "5",
            SettingCatalog::auditFiles,
            "How many audit files are kept in all, the one that is being written included.");

    /** Where events are sent; empty for nowhere. */
    public static final Setting<String> WEBHOOK_URL = new Setting<>(
            "webhook.url",
            "",
            text -> text,
            "Where each event is sent, by POST: https://..., or http:// to this machine; empty: nowhere.");

    /** The file with the secret that signs what is sent; empty for none. */
    public static final Setting<String> WEBHOOK_SECRET_FILE = new Setting<>(
            "webhook.secret-file",
            "",
            FileName::expand,
            "The file with the secret that signs what is sent to webhook.url, readable for its owner alone;"
                    + " empty: not signed.");

    /** What the type of every event begins with. */
    public static final Setting<String> EVENTS_TYPE_PREFIX = new Setting<>(
            "events.type-prefix",
            "",
            SettingCatalog::typePrefix,
            "What the type of every event begins with, com.acme. for example; empty: nothing.");

    /** What the name of every metric begins with. */
    public static final Setting<String> METRICS_PREFIX = new Setting<>(
            "metrics.prefix",
            "",
            SettingCatalog::metricsPrefix,
            "What the name of every metric begins with, acme_ for example; empty: nothing.");

    /** Where the history is kept on disk; empty for in memory only. */
    public static final Setting<String> HISTORY_DIR = new Setting<>(
            "history.dir",
            "",
            FileName::expand,
            "The directory, this JVM's own, in which versions outlive the JVM: the last good one is used where a source is"
                    + " missing or broken at start; empty: off.");

    /** Whether secrets are kept there. */
    public static final Setting<Boolean> HISTORY_SECRETS = new Setting<>(
            "history.secrets",
            "false",
            SettingCatalog::bool,
            "Whether values at secret paths are written to the history's directory, readable for their owner.");

    /** Whether the sources' section {@code loggers} sets levels. */
    public static final Setting<Boolean> LOGGERS_ENABLED = new Setting<>(
            "loggers.enabled",
            "true",
            SettingCatalog::bool,
            "Whether the section loggers of the sources sets the levels of the application's loggers.");

    /** What is logged. */
    public static final Setting<Level> LOG_LEVEL = new Setting<>(
            "log.level", "info", SettingCatalog::level, "What is logged to stderr: trace, debug, info, warn or error.");

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = Collections.unmodifiableList(Arrays.asList(
            CONFIG,
            SOURCE,
            CHECK_INTERVAL,
            SETTLE,
            TIMEOUT,
            QUIET,
            BACKOFF_BASE,
            BACKOFF_CAP,
            ROLLBACK,
            STRICT,
            WATCH,
            SIGNAL,
            ADOPT,
            HTTP_ADDRESS,
            HTTP_TOKEN_FILE,
            HTTP_READ_TOKEN_FILE,
            HTTP_HOSTS,
            HTTP_KEY_STORE,
            HTTP_KEY_STORE_PASSWORD_FILE,
            HTTP_TRUST_STORE,
            HTTP_TRUST_STORE_PASSWORD_FILE,
            HTTP_CLIENT_AUTH,
            JMX_ENABLED,
            HISTORY_DIR,
            HISTORY_SECRETS,
            AUDIT_FILE,
            AUDIT_MAX_SIZE,
            AUDIT_MAX_FILES,
            WEBHOOK_URL,
            WEBHOOK_SECRET_FILE,
            EVENTS_TYPE_PREFIX,
            METRICS_PREFIX,
            LOGGERS_ENABLED,
            LOG_LEVEL));

    /** The paths that are secret unless the configuration file says which are. */
    static final List<String> SECRET_PATHS =
            Collections.unmodifiableList(Arrays.asList("**.password", "**.secret", "**.token"));

    /** What stands in the configuration file only, as it takes more than one value: what it is, by key. */
    public static final Map<String, String> LISTS = lists();

    /** The watcher waits three times as long for a source that is being written. */
    private static final Duration LONGEST_SETTLE = Duration.ofSeconds(10);

    private static final Duration SHORTEST = Duration.ofMillis(10);

    /** Room for some of the longest lines. */
    private static final BigInteger LEAST_AUDIT = BigInteger.valueOf(64L << 10);

    private static final int LONGEST_PREFIX = 100;

    /** Everything can be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private SettingCatalog() {}

    private static Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put(
                "sources",
                "Where the values come from: file, include, env-file, env, system-properties, config-tree, extension;"
                        + " later ones override earlier ones.");
        lists.put("extensions", "Jars that bring further kinds of sources along.");
        lists.put("dynamic", "Fields of classes that know nothing of the agent, and the paths that they follow.");
        lists.put("apply", "Methods of live instances that are called with the new value when a path changes.");
        lists.put(
                "reload.modules",
                "The only modules, and sections of the sources, that take part in reloads. Default: all.");
        lists.put("secrets.paths", "Paths whose values are never shown. Default: [" + secrets() + "].");
        return Collections.unmodifiableMap(lists);
    }

    private static String secrets() {
        return SECRET_PATHS.stream().map(path -> '"' + path + '"').collect(Collectors.joining(", "));
    }

    static Setting<?> find(String key) {
        return ALL.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static Duration duration(String text) {
        Duration duration = DurationText.parse(text);
        if (duration == null) {
            throw new IllegalArgumentException("expected a duration such as 5s or 1m30s");
        }
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("expected a duration from 0 to " + LONGEST.toDays() + "d");
        }
        return duration;
    }

    private static Duration positive(String text) {
        Duration duration = duration(text);
        if (duration.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("expected a duration of at least " + SHORTEST.toMillis() + "ms");
        }
        return duration;
    }

    private static Duration settle(String text) {
        Duration duration = duration(text);
        if (duration.compareTo(LONGEST_SETTLE) > 0) {
            throw new IllegalArgumentException("expected a duration from 0 to " + LONGEST_SETTLE.toMillis() + "ms");
        }
        return duration;
    }

    private static Boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("expected true or false");
        }
        return Boolean.valueOf(text);
    }

    /** Signals by which a process is asked to end, or a JVM for a thread dump, keep their meaning. */
    private static String signal(String text) {
        String name = text.startsWith("SIG") ? text.substring(3) : text;
        if (!name.matches("(HUP|USR1|USR2)?")) {
            throw new IllegalArgumentException("expected HUP, USR1 or USR2");
        }
        return name;
    }

    /** Names and addresses, in lower case, some with a port. */
    private static List<String> hosts(String text) {
        List<String> hosts = new ArrayList<>();
        for (String host : text.trim().toLowerCase(Locale.ROOT).split("[ ,]+")) {
            if (host.isEmpty()) {
                continue;
            }
            if (!host.matches("([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?")) {
                throw new IllegalArgumentException("expected names such as app.example.com or app.example.com:8443");
            }
            hosts.add(host);
        }
        return Collections.unmodifiableList(hosts);
    }

    private static ClientAuth clientAuth(String text) {
        for (ClientAuth auth : ClientAuth.values()) {
            if (auth.name().toLowerCase(Locale.ROOT).equals(text)) {
                return auth;
            }
        }
        throw new IllegalArgumentException("expected none, want or need");
    }

    private static Long auditSize(String text) {
        BigInteger bytes = SizeText.parse(text);
        if (bytes == null || bytes.compareTo(LEAST_AUDIT) < 0 || bytes.bitLength() > 62) {
            throw new IllegalArgumentException("expected a size of at least 64KB, such as 10MB");
        }
        return bytes.longValue();
    }

    private static Integer auditFiles(String text) {
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("expected a number from 1 to 999");
        }
        return Integer.valueOf(text);
    }

    private static String typePrefix(String text) {
        if (!text.matches("([A-Za-z0-9-]+\\.)*") || text.length() > LONGEST_PREFIX) {
            throw new IllegalArgumentException("expected words with a dot behind each, such as com.acme.");
        }
        return text;
    }

    private static String metricsPrefix(String text) {
        if (!text.matches("([A-Za-z][A-Za-z0-9_]*)?") || text.length() > LONGEST_PREFIX) {
            throw new IllegalArgumentException("expected letters, digits and underscores, such as acme_");
        }
        return text;
    }

    private static Level level(String text) {
        for (Level level : Level.values()) {
            if (level.name().equals(text.toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        throw new IllegalArgumentException("expected trace, debug, info, warn or error");
    }
}
