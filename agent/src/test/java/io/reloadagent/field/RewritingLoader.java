package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.instrument.ClassPath;
import io.reloadagent.instrument.DynamicFields;
import io.reloadagent.instrument.LateReaders;
import io.reloadagent.instrument.Transformer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Defines some classes anew, rewritten as the agent rewrites them, and links their reads with a linker of its own. */
public final class RewritingLoader extends ClassLoader {

    private final Linker linker;
    private final Set<String> names;
    private final Transformer transformer;

    RewritingLoader(Linker linker, Class<?>... classes) {
        super(RewritingLoader.class.getClassLoader());
        this.linker = linker;
        this.names = Stream.of(classes).map(Class::getName).collect(Collectors.toSet());
        this.transformer = new Transformer(
                new DynamicFields(type -> false, (type, field) -> false, field -> false, type -> false, null),
                ClassPath.unknown(),
                RewritingLoader.class.getName().replace('.', '/'),
                new NumberedFilters(linker, new AtomicInteger()::getAndIncrement),
                (name, fields, inlined) -> assertThat(inlined).as(name).isEmpty(),
                (name, why) -> {
                    throw new AssertionError(name + " is left as it is", why);
                },
                new NoneLate());
    }

    /** The bootstrap of rewritten reads, in the place of the bridge's. */
    public static CallSite link(
            MethodHandles.Lookup caller,
            String constant,
            MethodType type,
            String field,
            Class<?> owner,
            String descriptor) {
        RewritingLoader loader = (RewritingLoader) caller.lookupClass().getClassLoader();
        return loader.linker.link(field, type, owner, descriptor);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null && names.contains(name) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String internalName = name.replace('.', '/');
        try (InputStream in = getResourceAsStream(internalName + ".class")) {
            byte[] bytes = in.readAllBytes();
            byte[] rewritten = transformer.transform(this, internalName, null, null, bytes);
            byte[] result = rewritten == null ? bytes : rewritten;
            return defineClass(name, result, 0, result.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static final class NoneLate implements LateReaders {

        @Override
        public void ownerFound(String owner, Collection<ClassLoader> loaders) {
            throw new AssertionError(owner + " was looked for in vain");
        }

        @Override
        public void exhausted(String className, ClassLoader loader) {
            throw new AssertionError(className + " could not be looked at");
        }
    }
}
