package com.acme.server;

import com.acme.shell.Shell;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat, of any version, in which web applications come and go while others stay. */
public final class ServerMain {

    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    /** Searches of the context for what a web application may have left in the JDK; they need the JDK's packages to be opened. */
    private static final List<String> SEARCHES = Arrays.asList(
            "setClearReferencesObjectStreamClassCaches",
            "setClearReferencesRmiTargets",
            "setClearReferencesThreadLocals");

    private final Tomcat tomcat = new Tomcat();
    private final List<WeakReference<ClassLoader>> undeployed = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        TOMCAT_LOG.setLevel(Level.WARNING);
        new ServerMain().run();
    }

    private void run() throws Exception {
        tomcat.setBaseDir("tomcat");
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getHost();
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.start();
        System.out.println("started");
        new Shell()
                .on("deploy", words -> deploy(words.get(0)))
                .on("undeploy", words -> undeploy(words.get(0)))
                .on("ask", words -> ask(words.get(0)))
                .on("left", words -> left())
                .run();
    }

    /** Deploys the directory of this name. */
    private String deploy(String name) throws Exception {
        StandardContext context = (StandardContext)
                tomcat.addContext("/" + name, Paths.get(name).toAbsolutePath().toString());
        for (Method method : StandardContext.class.getMethods()) {
            if (SEARCHES.contains(method.getName())) {
                method.invoke(context, false);
            }
        }
        Tomcat.addServlet(context, "shop", "com.acme.web.ShopServlet").addMapping("/*");
        return ask(name);
    }

    private String undeploy(String name) throws Exception {
        Context context = (Context) tomcat.getHost().findChild("/" + name);
        undeployed.add(new WeakReference<>(context.getLoader().getClassLoader()));
        tomcat.getHost().removeChild(context);
        context.destroy();
        return name;
    }

    private String ask(String name) throws Exception {
        URL url = new URL("http", "127.0.0.1", tomcat.getConnector().getLocalPort(), "/" + name + "/");
        try (BufferedReader answer =
                new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
            return answer.readLine();
        }
    }

    /** Of how many that were undeployed the class loader was not collected. */
    private long left() {
        System.gc();
        return undeployed.stream().filter(loader -> loader.get() != null).count();
    }
}
