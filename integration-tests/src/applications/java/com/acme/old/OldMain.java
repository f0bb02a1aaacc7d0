package com.acme.old;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import java.io.File;
import java.net.URL;
import java.util.List;
import java.util.function.Function;

/** Reads through classes of several class file versions, each in a directory named in the arguments. */
public final class OldMain {

    private OldMain() {}

    public static void main(String[] directories) throws Exception {
        Busy busy = new Busy();
        for (String directory : directories) {
            Function<String, Object> reader = reader(new File(directory));
            for (Object name : (List<?>) reader.apply(null)) {
                busy.reading(new File(directory).getName() + " " + name, () -> reader.apply((String) name));
            }
        }
        busy.begin();
        new Shell().on("seenAll", words -> busy.seenAll()).run();
    }

    @SuppressWarnings("unchecked")
    private static Function<String, Object> reader(File directory) throws Exception {
        ClassLoader loader = new OldLoader(new URL[] {directory.toURI().toURL()});
        return (Function<String, Object>)
                loader.loadClass("com.acme.old.OldReader").getConstructor().newInstance();
    }
}
