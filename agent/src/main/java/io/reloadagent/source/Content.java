package io.reloadagent.source;

import java.util.Arrays;
import java.util.Objects;

/** The raw bytes of one source at one moment. Equal to another if neither name nor bytes differ. Immutable. */
public final class Content {

    private final String name;
    private final byte[] bytes;

    /**
     * @param name what people know the source by, usually the file; never null
     * @param bytes its content; copied; never null
     */
    public Content(String name, byte[] bytes) {
        this.name = Objects.requireNonNull(name, "name");
        this.bytes = bytes.clone();
    }

    /** What people know the source by, usually the file. */
    public String name() {
        return name;
    }

    /** A copy of the content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The content itself, for readers of this package that leave it alone. */
    byte[] raw() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content
                && name.equals(((Content) other).name)
                && Arrays.equals(bytes, ((Content) other).bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
