package com.acme.instances;

import com.acme.shell.Shell;
import io.reloadagent.api.ReloadAgent;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes objects, binds them and reads them, as it is told to. */
public final class InstancesMain {

    private final Map<String, Object> objects = new HashMap<>();
    private final Map<String, WeakReference<Object>> forgotten = new HashMap<>();

    private InstancesMain() {}

    public static void main(String[] args) throws Exception {
        InstancesMain application = new InstancesMain();
        new Shell()
                .on("make", words -> application.objects.put(words.get(0), made(words)))
                .on("read", words -> application.objects.get(words.get(0)).toString())
                .on("bind", application::bind)
                .on("unbind", application::unbind)
                .on("write", application::write)
                .on("constructor", words -> application.pool(words.get(0)).seenByConstructor())
                .on("forget", application::forget)
                .on("gone", application::gone)
                .on("version", words -> ReloadAgent.version())
                .run();
    }

    /** The name in {@link #objects}, the class, and what its constructor takes. */
    private static Object made(List<String> words) {
        switch (words.get(1)) {
            case "Pool":
                return new Pool(words.size() > 2 ? words.get(2) : null);
            case "GuardedPool":
                return new GuardedPool(words.get(2));
            case "Cache":
                return new Cache(Cache.Region.valueOf(words.get(2)), Long.parseLong(words.get(3)));
            case "Worker":
                return new Worker();
            default:
                return new Object();
        }
    }

    private Pool pool(String name) {
        return (Pool) objects.get(name);
    }

    private String bind(List<String> words) {
        try {
            ReloadAgent.bind(objects.get(words.get(0)), words.get(1));
            return "bound";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private String unbind(List<String> words) {
        ReloadAgent.unbind(objects.get(words.get(0)));
        return "unbound";
    }

    private String write(List<String> words) {
        pool(words.get(0)).setMaxConns(Integer.parseInt(words.get(1)));
        return "written";
    }

    private String forget(List<String> words) {
        forgotten.put(words.get(0), new WeakReference<>(objects.remove(words.get(0))));
        return "forgotten";
    }

    private boolean gone(List<String> words) {
        System.gc();
        return forgotten.get(words.get(0)).get() == null;
    }
}
