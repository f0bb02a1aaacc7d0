package com.acme.redeploy;

import com.acme.service.JmxClient;
import com.acme.shell.Shell;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat to which a web application is deployed, asked, and undeployed, over and over, with a reload meanwhile. */
public final class RedeployMain {

    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private final Path application;
    private final Path source;
    private int number;

    private RedeployMain(Path application, Path source) {
        this.application = application.toAbsolutePath();
        this.source = source;
    }

    /** Takes the directory of the web application, and the source. */
    public static void main(String[] arguments) throws Exception {
        TOMCAT_LOG.setLevel(Level.WARNING);
        new RedeployMain(Paths.get(arguments[0]), Paths.get(arguments[1])).run();
    }

    private void run() throws Exception {
        tomcat.setBaseDir("tomcat");
        tomcat.setPort(0);
        tomcat.getHost();
        tomcat.getConnector();
        tomcat.start();
        System.out.println("started");
        new Shell()
                .on("version", words -> JmxClient.attribute("Version"))
                .on("redeploy", words -> redeploy(Integer.parseInt(words.get(0))))
                .on("alive", words -> alive())
                .run();
    }

    /** What the last deployment answered before and after the reload; fails if another one answered something else. */
    private List<String> redeploy(int times) throws Exception {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Context context = deploy();
            answers.clear();
            answers.add(ask(context));
            reload();
            answers.add(ask(context));
            tomcat.getHost().removeChild(context);
            context.destroy();
            if (!answers.get(0).equals(expected(number - 1, 0))
                    || !answers.get(1).equals(expected(number, 1))) {
                throw new IllegalStateException(number + ": " + answers);
            }
        }
        return answers;
    }

    private static String expected(int number, int calls) {
        return "size " + number + " mode " + mode(number) + " limits [" + number + "] rule " + number + " own calls "
                + calls + " registered calls " + calls + " in its own loader true";
    }

    private Context deploy() {
        StandardContext context = (StandardContext) tomcat.addContext("/web", application.toString());
        context.setClearReferencesObjectStreamClassCaches(false); // would need the JDK's packages to be opened
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        Tomcat.addServlet(context, "web", "com.acme.redeploy.web.WebServlet").addMapping("/*");
        loaders.add(new WeakReference<>(context.getLoader().getClassLoader()));
        return context;
    }

    private String ask(Context context) throws Exception {
        URL url = new URL("http", "127.0.0.1", tomcat.getConnector().getLocalPort(), context.getPath() + "/");
        try (BufferedReader answer =
                new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
            return answer.readLine();
        }
    }

    private void reload() throws Exception {
        number++;
        String values = "{size: N, mode: MODE, limits: [N], rule: N}"
                .replace("N", String.valueOf(number))
                .replace("MODE", mode(number));
        Files.write(source, ("web: " + values + "\n").getBytes(StandardCharsets.UTF_8));
        List<String> result = JmxClient.reload("redeployed");
        if (!result.get(0).equals("APPLIED")) {
            throw new IllegalStateException(number + ": " + result);
        }
    }

    private static String mode(int number) {
        return number % 2 == 0 ? "EVEN" : "ODD";
    }

    /** Of how many deployments the class loader was not collected. */
    private long alive() {
        System.gc();
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }
}
