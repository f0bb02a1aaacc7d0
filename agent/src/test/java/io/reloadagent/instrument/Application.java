package io.reloadagent.instrument;

import io.reloadagent.api.Dynamic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes compiled from source in memory, and the class loader that sees their files; it may transform what it loads. */
final class Application extends ClassLoader {

    private static final Pattern NAME = Pattern.compile("package (\\S+);.*?(?:class|interface|enum|record) (\\w+)");

    private final Map<String, byte[]> files = new HashMap<>();
    private Transformer transformer;
    private ClassLoader resources;
    private boolean seesApi = true;

    private Application() {
        super(Application.class.getClassLoader());
    }

    /** Compiles sources, each with a package and one top-level class, {@code package a; class B {}}. */
    static Application of(String... sources) {
        return of(List.of(), sources);
    }

    static Application of(List<String> options, String... sources) {
        Application application = new Application();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null)) {
            JavaFileManager files = application.new Files(standard);
            List<String> all =
                    Stream.concat(Stream.of("-cp", apiPath()), options.stream()).collect(Collectors.toList());
            List<Source> units = Stream.of(sources).map(Source::new).collect(Collectors.toList());
            if (!compiler.getTask(null, files, null, all, null, units).call()) {
                throw new AssertionError("the test's sources do not compile");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return application;
    }

    private static String apiPath() {
        try {
            return Path.of(Dynamic.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The class file of a name such as {@code a/B}. */
    byte[] file(String internalName) {
        return files.get(internalName);
    }

    Application add(String internalName, byte[] file) {
        files.put(internalName, file);
        return this;
    }

    /** A copy whose class files are older; they were compiled for Java 8, from sources that are. */
    Application aged(int version) {
        Application aged = new Application();
        files.forEach((name, file) -> aged.add(name, OldClassFile.of(file, version)));
        return aged;
    }

    /** From now on the class is there only once it is loaded, as a generated one. */
    Application withoutFile(String internalName) {
        files.remove(internalName);
        return this;
    }

    /** As an application that does without the API. */
    Application withoutApi() {
        seesApi = false;
        return this;
    }

    @Override
    public URL getResource(String name) {
        return seesApi || !name.startsWith("io/reloadagent/api/") ? super.getResource(name) : null;
    }

    /** From now on resources are another loader's, too. */
    Application withResources(ClassLoader other) {
        resources = other;
        return this;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return resources == null ? super.findResources(name) : resources.getResources(name);
    }

    /** From now on classes are transformed when they are loaded. */
    Application transformedBy(Transformer newTransformer) {
        transformer = newTransformer;
        return this;
    }

    /** Runs {@code static Object run()} of a class. */
    Object run(String className) throws Exception {
        var run = Class.forName(className, true, this).getDeclaredMethod("run");
        run.setAccessible(true);
        return run.invoke(null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String internalName = name.replace('.', '/');
        byte[] file = files.get(internalName);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] changed = transformer == null ? null : transformer.transform(this, internalName, null, null, file);
        byte[] bytes = changed == null ? file : changed;
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Tells that there is a file, not what is in it. */
    @Override
    protected URL findResource(String name) {
        boolean there = name.endsWith(".class") && files.containsKey(name.substring(0, name.length() - 6));
        try {
            return there ? new URL("file", null, name) : null;
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] file = name.endsWith(".class") ? files.get(name.substring(0, name.length() - 6)) : null;
        return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(String text) {
            super(URI.create("memory:///" + path(text)), Kind.SOURCE);
            this.text = text;
        }

        private static String path(String text) {
            Matcher matcher = NAME.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no package and class in " + text);
            }
            return matcher.group(1).replace('.', '/') + "/" + matcher.group(2) + ".java";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class Files extends ForwardingJavaFileManager<JavaFileManager> {

        private Files(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String name = className.replace('.', '/');
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            files.put(name, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
