package io.reloadagent.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Remembers what it is told. */
final class LateClasses implements LateReaders {

    final List<String> owners = new ArrayList<>();
    final List<String> exhausted = new ArrayList<>();

    @Override
    public void ownerFound(String owner, Collection<ClassLoader> loaders) {
        owners.add(owner + " for " + loaders.size());
    }

    @Override
    public void exhausted(String className, ClassLoader loader) {
        exhausted.add(className);
    }
}
