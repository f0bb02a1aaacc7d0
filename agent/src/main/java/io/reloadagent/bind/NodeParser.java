package io.reloadagent.bind;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.base.ParserMinimalBase;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Sequence;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Walks a tree of nodes as Jackson wants to read one, and knows node and place of each token. For one conversion by one thread. */
final class NodeParser extends ParserMinimalBase {

    private final Findings findings;
    private ObjectCodec codec;
    private NodeCursor cursor;
    private Node node;
    private Place place;
    private boolean closed;

    NodeParser(Node root, Place place, Findings findings) {
        super(StreamReadConstraints.defaults());
        this.node = root;
        this.place = place;
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    /** What the current token begins, is or ends; of a name, its value. */
    Node node() {
        return node;
    }

    Place place() {
        return place;
    }

    /** The branch or sequence that the parser is in. */
    NodeCursor cursor() {
        return cursor;
    }

    /** Goes to the end of the branch or sequence from wherever in it, also deeper; does nothing if it was left already. */
    void leave(NodeCursor left) {
        for (NodeCursor open = cursor; open != null; open = open.getParent()) {
            if (open == left) {
                cursor = left;
                end();
                return;
            }
        }
    }

    @Override
    public NodeParser skipChildren() {
        if (_currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY) {
            end();
        }
        return this;
    }

    @Override
    public JsonToken nextToken() {
        if (_currToken == null && !closed) {
            return begin();
        }
        if (cursor == null) {
            closed = true;
            _currToken = null;
            return null;
        }
        if (_currToken == JsonToken.FIELD_NAME) {
            return begin();
        }
        if (!cursor.advance()) {
            return end();
        }
        node = cursor.value();
        place = cursor.valuePlace();
        if (cursor.inArray()) {
            return begin();
        }
        _currToken = JsonToken.FIELD_NAME;
        return _currToken;
    }

    private JsonToken begin() {
        _currToken = tokenOf(node);
        if (!(node instanceof Leaf)) {
            cursor = NodeCursor.into(node, cursor, place);
        }
        return _currToken;
    }

    private JsonToken end() {
        node = cursor.container();
        place = cursor.place();
        _currToken = cursor.inArray() ? JsonToken.END_ARRAY : JsonToken.END_OBJECT;
        cursor = cursor.getParent();
        return _currToken;
    }

    private static JsonToken tokenOf(Node node) {
        if (node instanceof Branch) {
            return JsonToken.START_OBJECT;
        }
        if (node instanceof Sequence) {
            return JsonToken.START_ARRAY;
        }
        Object value = ((Leaf) node).value();
        if (value == null) {
            return JsonToken.VALUE_NULL;
        }
        if (value instanceof Boolean) {
            return (Boolean) value ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE;
        }
        if (value instanceof Number) {
            return value instanceof Double ? JsonToken.VALUE_NUMBER_FLOAT : JsonToken.VALUE_NUMBER_INT;
        }
        return JsonToken.VALUE_STRING;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the superclass
    public String getCurrentName() {
        boolean begun = _currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY;
        NodeCursor named = begun && cursor != null ? cursor.getParent() : cursor;
        return named == null ? null : named.getCurrentName();
    }

    @Override
    public void overrideCurrentName(String name) {
        cursor.rename(name);
    }

    @Override
    public JsonStreamContext getParsingContext() {
        return cursor;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the superclass
    public JsonLocation getTokenLocation() {
        Origin origin = node.origin();
        return new JsonLocation(ContentReference.unknown(), -1, origin.line(), origin.column());
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the superclass
    public JsonLocation getCurrentLocation() {
        return getTokenLocation();
    }

    @Override
    public String getText() {
        if (_currToken == JsonToken.FIELD_NAME) {
            return cursor.getCurrentName();
        }
        if (_currToken == null) {
            return null;
        }
        return node instanceof Leaf ? ((Leaf) node).text() : _currToken.asString();
    }

    @Override
    public char[] getTextCharacters() {
        return getText().toCharArray();
    }

    @Override
    public boolean hasTextCharacters() {
        return false;
    }

    @Override
    public int getTextLength() {
        return getText().length();
    }

    @Override
    public int getTextOffset() {
        return 0;
    }

    @Override
    public Number getNumberValue() throws IOException {
        Object value = node instanceof Leaf ? ((Leaf) node).value() : null;
        if (!(value instanceof Number)) {
            throw _constructError("not a number", null);
        }
        return (Number) value;
    }

    @Override
    public NumberType getNumberType() throws IOException {
        Number value = getNumberValue();
        if (value instanceof Integer) {
            return NumberType.INT;
        }
        if (value instanceof Long) {
            return NumberType.LONG;
        }
        return value instanceof BigInteger ? NumberType.BIG_INTEGER : NumberType.DOUBLE;
    }

    @Override
    public int getIntValue() throws IOException {
        try {
            return getDecimalValue().intValueExact();
        } catch (ArithmeticException e) {
            throw _constructError("not an int", e);
        }
    }

    @Override
    public long getLongValue() throws IOException {
        try {
            return getDecimalValue().longValueExact();
        } catch (ArithmeticException e) {
            throw _constructError("not a long", e);
        }
    }

    @Override
    public BigInteger getBigIntegerValue() throws IOException {
        Number value = getNumberValue();
        return value instanceof BigInteger ? (BigInteger) value : BigInteger.valueOf(getLongValue());
    }

    @Override
    public float getFloatValue() throws IOException {
        return getNumberValue().floatValue();
    }

    @Override
    public double getDoubleValue() throws IOException {
        return getNumberValue().doubleValue();
    }

    @Override
    public BigDecimal getDecimalValue() throws IOException {
        BigDecimal value = Numbers.decimal((Leaf) node);
        if (value == null) {
            throw _constructError("not a number", null);
        }
        return value;
    }

    @Override
    public byte[] getBinaryValue(Base64Variant variant) throws IOException {
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        _decodeBase64(getText(), bytes, variant);
        return bytes.toByteArray();
    }

    @Override
    protected void _handleEOF() {
        throw new IllegalStateException("a tree has no unexpected end");
    }

    @Override
    public ObjectCodec getCodec() {
        return codec;
    }

    @Override
    public void setCodec(ObjectCodec other) {
        codec = other;
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
