package io.reloadagent.bind;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Unresolved;
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
    private final ScalarTypes scalars;

    /** Made when first needed, and again when a converter was registered. Guarded by this. */
    private ObjectMapper forOtherTypes;

    /** What {@link ScalarTypes#changes} was then. Guarded by this. */
    private int changes;

    /**
     * For the types of the JDK, and those that are made of them.
     *
     * @param secret tells the paths whose values must not get into a message; never null; called by every converting thread
     */
    public Converter(Predicate<Path> secret) {
        this(secret, ScalarTypes.ofJdk());
    }

    /** With what else an application's classes make of scalars. */
    Converter(Predicate<Path> secret, ScalarTypes scalars) {
        this.secret = Objects.requireNonNull(secret, "secret");
        this.scalars = scalars;
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
        Scalar scalar = scalars.of(type);
        boolean primitive = type instanceof Class && ((Class<?>) type).isPrimitive();
        return scalar == null ? structure(node, type, path) : convert(node, scalar, primitive, path);
    }

    /** Refuses a node whose value cannot be told, because a reference in it leads nowhere. */
    void refuseUnresolved(Node node, Path path) throws SourceException {
        Unresolved.refuse(node, path, secret);
    }

    /** Converts a part of a document to a scalar type; otherwise the same. */
    Object convert(Node node, Scalar scalar, boolean primitive, Path path) throws SourceException {
        Findings findings = new Findings(secret);
        Place place = Place.of(path);
        Object value = null;
        try {
            value = scalar.read(node, primitive, place, findings);
        } catch (Throwable e) {
            Failures.throwIfFatal(e);
            findings.refused(Failures.cause(e), place, node);
        }
        findings.throwIfAny();
        return value;
    }

    private Object structure(Node node, Type type, Path path) throws SourceException {
        Findings findings = new Findings(secret);
        Place place = Place.of(path);
        Object value = null;
        try {
            FlatContainer flat = FlatContainer.of(type, scalars);
            value = flat == null ? structure(node, type, place, findings) : flat.read(node, place, findings);
        } catch (Throwable e) {
            Failures.throwIfFatal(e);
            record(e, type, findings, place, node);
        }
        findings.throwIfAny();
        return value;
    }

    /**
     * Has everything initialised that the conversion of a structure takes: a thread that comes later may have too little stack
     * or memory left, and what fails then fails for ever. Takes some hundred classes, and is not needed where {@link Target#isStructure} says no.
     *
     * @throws SourceException never, by what is converted here
     */
    public static void prepare() throws SourceException {
        Document empty = Document.empty("");
        new Converter(path -> false).convert(empty.root(), Map.class, Path.of("")); // a raw one: no flat container
    }

    private Object structure(Node node, Type type, Place place, Findings findings) throws IOException {
        ObjectMapper mapper = mapperFor(type);
        return mapper.readerFor(mapper.constructType(type)).readValue(new NodeParser(node, place, findings));
    }

    private ObjectMapper mapperFor(Type type) {
        return JdkTypes.contain(type) ? ForJdkTypes.MAPPER : forOtherTypes();
    }

    private synchronized ObjectMapper forOtherTypes() {
        if (forOtherTypes == null || changes != scalars.changes()) {
            changes = scalars.changes();
            forOtherTypes = Mappers.create(scalars);
        }
        return forOtherTypes;
    }

    private static void record(Throwable failure, Type type, Findings findings, Place place, Node node) {
        Throwable cause = Failures.cause(failure);
        if (Failures.isOfJackson(cause)) {
            String message = "the type " + type.getTypeName() + " cannot be set from a configuration";
            boolean convertible = type instanceof Class && !JdkTypes.isOfJdk((Class<?>) type);
            String advice = convertible ? UnsupportedDeserializer.advice((Class<?>) type) : "";
            findings.add(node.origin(), place, message + advice);
        } else {
            findings.refused(cause, place, node);
        }
    }

    /** Made when the first structure is converted. */
    private static final class ForJdkTypes {

        private static final ObjectMapper MAPPER = Mappers.create(ScalarTypes.ofJdk());
    }
}
