package io.reloadagent.api;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** Characters that are kept outside of the heap, as UTF-8, until they are wiped. Thread-safe. */
final class OffHeapText {

    private static final int SALT = new SplittableRandom().nextInt();

    /** What is to be wiped when its owner is collected. Keeps the references alive. */
    private static final Set<Remains> REMAINS = ConcurrentHashMap.newKeySet();

    private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

    private final int hash;

    /** Read and written at absolute positions only; 0 to its capacity. */
    private final ByteBuffer utf8;

    /** Set, before the buffer is overwritten, by whoever wipes. */
    private volatile boolean wiped;

    private OffHeapText(ByteBuffer utf8) {
        this.utf8 = utf8;
        int salted = SALT;
        for (int i = 0; i < utf8.capacity(); i++) {
            salted = 31 * salted + utf8.get(i);
        }
        this.hash = salted;
    }

    static OffHeapText of(CharBuffer characters) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        ByteBuffer room =
                ByteBuffer.allocateDirect((int) Math.ceil(characters.remaining() * (double) encoder.maxBytesPerChar()));
        CoderResult result = encoder.encode(characters, room, true);
        flip(room);
        try {
            if (result.isError()) {
                throw new IllegalArgumentException("a surrogate stands alone: this is no text");
            }
            return new OffHeapText(copy(room));
        } finally {
            overwrite(room);
        }
    }

    static OffHeapText ofUtf8(ByteBuffer utf8) {
        ByteBuffer copy = copy(utf8.duplicate());
        ByteBuffer room = ByteBuffer.allocateDirect(copy.capacity() * Character.BYTES);
        try {
            decode(copy, room.asCharBuffer());
            return new OffHeapText(copy);
        } catch (CharacterCodingException e) {
            overwrite(copy);
            throw new IllegalArgumentException("this is not UTF-8", e);
        } finally {
            overwrite(room);
        }
    }

    /** Has a text wiped some time after its owner was collected: when another one is made. */
    static void wipeWith(Object owner, OffHeapText text) {
        for (Reference<?> collected = COLLECTED.poll(); collected != null; collected = COLLECTED.poll()) {
            ((Remains) collected).text.wipe();
            REMAINS.remove(collected);
        }
        REMAINS.add(new Remains(owner, text));
    }

    /** A copy, which the caller overwrites. */
    char[] characters() {
        char[] room = new char[utf8.capacity()];
        try {
            int length = decode(utf8, CharBuffer.wrap(room));
            if (wiped) {
                throw new IllegalStateException("the secret was wiped");
            }
            return Arrays.copyOf(room, length);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("the secret was wiped", e);
        } finally {
            Arrays.fill(room, '\0');
        }
    }

    /** Returns the number of characters. */
    private static int decode(ByteBuffer utf8, CharBuffer room) throws CharacterCodingException {
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(utf8.duplicate(), room, true);
        if (result.isError()) {
            result.throwException();
        }
        return room.position();
    }

    void wipe() {
        wiped = true;
        overwrite(utf8);
    }

    boolean isWiped() {
        return wiped;
    }

    /** Looks at every byte, however early they differ; false if one was wiped. */
    boolean sameAs(OffHeapText other) {
        int length = utf8.capacity();
        int otherLength = other.utf8.capacity();
        int difference = length ^ otherLength;
        for (int i = 0; i < length && otherLength > 0; i++) {
            difference |= utf8.get(i) ^ other.utf8.get(i % otherLength);
        }
        return difference == 0 && !wiped && !other.wiped;
    }

    int hash() {
        return hash;
    }

    private static ByteBuffer copy(ByteBuffer source) {
        ByteBuffer copy = ByteBuffer.allocateDirect(source.remaining());
        copy.put(source);
        flip(copy);
        return copy;
    }

    /** By the superclass's method: that of ByteBuffer itself came with Java 9. */
    private static void flip(Buffer buffer) {
        buffer.flip();
    }

    private static void overwrite(ByteBuffer buffer) {
        ByteBuffer all = buffer.duplicate();
        ((Buffer) all).clear();
        for (int i = 0; i < all.capacity(); i++) {
            all.put(i, (byte) 0);
        }
    }

    /** What a collected secret leaves. */
    private static final class Remains extends PhantomReference<Object> {

        private final OffHeapText text;

        Remains(Object owner, OffHeapText text) {
            super(owner, COLLECTED);
            this.text = text;
        }
    }
}
