package io.reloadagent.bind;

import io.reloadagent.source.Path;

/** A place within a conversion, down to keys and items: {@code database.pool[2].timeout}. Immutable. */
final class Place {

    private final Place above;
    private final Path start;
    private final String key;
    private final int index;

    private Place(Place above, Path start, String key, int index) {
        this.above = above;
        this.start = start;
        this.key = key;
        this.index = index;
    }

    static Place of(Path start) {
        return new Place(null, start, null, -1);
    }

    Place key(String name) {
        return new Place(this, null, name, -1);
    }

    Place item(int number) {
        return new Place(this, null, null, number);
    }

    /** The path as settings are named: an item of a list has the path of the list. */
    Path path() {
        if (above == null) {
            return start;
        }
        return key == null ? above.path() : above.path().child(key);
    }

    @Override
    public String toString() {
        if (above == null) {
            return start.toString();
        }
        if (key == null) {
            return above + "[" + index + "]";
        }
        String prefix = above.toString();
        String name = Path.of("").child(key).toString();
        return prefix.isEmpty() ? name : prefix + "." + name;
    }
}
