package io.reloadagent.trigger;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The files of the console, which are the same for everyone and hold no data. There are those that are listed here, under one spelling each.
 * The browser is told to load nothing from elsewhere, to run no other script, and not to show them within another page. Immutable.
 */
final class ConsoleFiles implements Endpoint {

    /** Where all of them are, the page itself excepted. */
    static final String FOLDER = "/console/";

    private static final String RESOURCES = "/io/reloadagent/console/";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, ConsoleFiles> FILES = files();

    private final String name;
    private final String type;

    private ConsoleFiles(String name, String type) {
        this.name = name;
        this.type = type;
    }

    /** Each path under which there is one. */
    static Set<String> paths() {
        return FILES.keySet();
    }

    /** What answers at one of {@link #paths}. */
    static Endpoint at(String path) {
        return FILES.get(path);
    }

    @Override
    public Role role() {
        return Role.READ;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("GET") && !head.method().equals("HEAD")) {
            throw new Refusal(405, "the console is asked for by GET").with("Allow", "GET, HEAD");
        }
        reader.body(head);
        deadline.stop();
        return Answer.of(200, type, content())
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Frame-Options", "DENY")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Cross-Origin-Resource-Policy", "same-origin");
    }

    private byte[] content() throws IOException {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is missing in the agent's jar");
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                content.write(part, 0, read);
            }
            return content.toByteArray();
        }
    }

    private static Map<String, ConsoleFiles> files() {
        Map<String, ConsoleFiles> files = new LinkedHashMap<>();
        files.put("/", new ConsoleFiles("index.html", "text/html; charset=utf-8"));
        files.put(FOLDER + "console.css", new ConsoleFiles("console.css", "text/css; charset=utf-8"));
        files.put(FOLDER + "icon.svg", new ConsoleFiles("icon.svg", "image/svg+xml"));
        for (String module : new String[] {
            "actions",
            "agent",
            "app",
            "chart",
            "dialog",
            "dom",
            "events",
            "format",
            "history",
            "overview",
            "result",
            "stream",
            "values"
        }) {
            files.put(FOLDER + module + ".js", new ConsoleFiles(module + ".js", SCRIPT));
        }
        return Collections.unmodifiableMap(files);
    }
}
