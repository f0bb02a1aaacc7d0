package io.reloadagent.bind;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Makes values of Java types of what a document says: of primitives and their boxes, String, enums, Duration, BigDecimal, BigInteger,
 * lists, sets, maps, arrays, and of objects and records with such properties. Strict: what does not fit exactly is refused.
 *
 * <p>Remembers what it has learnt about the application's classes and so keeps their class loader alive: use one converter for one
 * class (or one class loader), and let go of it with the class. Thread-safe.
 */
public final class Converter {

    private final Predicate<Path> secret;

    /** Made when first needed, under the lock of this object. */
    private ObjectMapper forOtherTypes;

    /** @param secret tells the paths whose values must not get into a message; never null; called by every converting thread */
    public Converter(Predicate<Path> secret) {
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    /**
     * Converts a part of a document. Lists, sets and maps that the type declares by interface are unmodifiable at every depth. The keys of
     * objects are found however they are written; the keys of maps stay as written. Runs constructors, setters and static initialisers of
     * the type on the calling thread.
     *
     * @param node what to convert; never null
     * @param type what to make of it, with its type arguments; never null
     * @param path where the node stands, for messages; never null
     * @return the value; null only if the node is null and the type not primitive
     * @throws SourceException of kind INVALID with all problems found; also if the application's code threw anything but an error of
     *     the JVM itself, such as OutOfMemoryError, which is thrown on
     */
    public Object convert(Node node, Type type, Path path) throws SourceException {
        Findings findings = new Findings(secret);
        Place place = Place.of(path);
        Object value = null;
        try {
            Scalar scalar = scalar(type);
            value = scalar == null
                    ? structure(node, type, place, findings)
                    : scalar.read(node, ((Class<?>) type).isPrimitive(), place, findings);
        } catch (Throwable e) {
            Failures.throwIfFatal(e);
            record(e, type, findings, place, node);
        }
        findings.throwIfAny();
        return value;
    }

    /** Whether a value of the type takes more than the reading of a scalar: Jackson, which takes {@link #prepare}. */
    static boolean isStructure(Type type) {
        return scalar(type) == null;
    }

    private static Scalar scalar(Type type) {
        return type instanceof Class ? Scalar.of((Class<?>) type) : null;
    }

    /**
     * Has everything initialised that the conversion of a structure takes: a thread that comes later may have too little stack
     * or memory left, and what fails then fails for ever. Takes some hundred classes, and is not needed for scalars.
     *
     * @throws SourceException never, by what is converted here
     */
    public static void prepare() throws SourceException {
        Document empty = Document.empty("");
        new Converter(path -> false).convert(empty.root(), Map.class, Path.of(""));
    }

    private Object structure(Node node, Type type, Place place, Findings findings) throws IOException {
        ObjectMapper mapper = mapperFor(type);
        return mapper.readerFor(mapper.constructType(type)).readValue(new NodeParser(node, place, findings));
    }

    private ObjectMapper mapperFor(Type type) {
        return JdkTypes.contain(type) ? ForJdkTypes.MAPPER : forOtherTypes();
    }

    private synchronized ObjectMapper forOtherTypes() {
        if (forOtherTypes == null) {
            forOtherTypes = Mappers.create();
        }
        return forOtherTypes;
    }

    private static void record(Throwable failure, Type type, Findings findings, Place place, Node node) {
        Throwable cause = Failures.cause(failure);
        if (Failures.isOfJackson(cause)) {
            String message = "the type " + type.getTypeName() + " cannot be set from a configuration";
            findings.add(node.origin(), place, message);
        } else {
            findings.refused(cause, place, node);
        }
    }

    /** Made when the first structure is converted. */
    private static final class ForJdkTypes {

        private static final ObjectMapper MAPPER = Mappers.create();
    }
}
