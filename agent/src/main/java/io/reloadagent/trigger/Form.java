package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of a request, from its query and a body of type {@code application/x-www-form-urlencoded}. */
final class Form {

    private static final Pattern FORM_TYPE = Pattern.compile(
            "application/x-www-form-urlencoded(?:[ \\t]*;[ \\t]*charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);
    /** What may be repeated in an answer: too short for a token. */
    private static final Pattern SHORT_WORD = Pattern.compile("[A-Za-z][A-Za-z_-]{0,19}");

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> known;

    private Form(Set<String> known) {
        this.known = known;
    }

    /**
     * Reads a request's body and decodes all its parameters.
     *
     * @param known the names that the endpoint understands
     * @return each parameter once, by its name
     * @throws Refusal if another name, one name twice, another type of body or malformed UTF-8 stands there
     */
    static Map<String, String> read(RequestHead head, RequestReader reader, Set<String> known)
            throws IOException, Refusal {
        String type = head.header("content-type");
        if (type != null && !FORM_TYPE.matcher(type).matches()) {
            throw unsupported();
        }
        byte[] body = reader.body(head);
        if (type == null && body.length > 0) {
            throw unsupported();
        }
        Form form = new Form(known);
        form.add(head.query());
        form.add(new String(body, ISO_8859_1));
        return form.values;
    }

    private static Refusal unsupported() {
        return new Refusal(415, "send parameters as application/x-www-form-urlencoded, or no body");
    }

    private void add(String encoded) throws Refusal {
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                add(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
    }

    private void add(String name, String encodedValue) throws Refusal {
        if (!known.contains(name)) {
            String shown = SHORT_WORD.matcher(name).matches() ? " '" + name + "'" : "";
            throw new Refusal(
                    400,
                    "there is no parameter" + shown + " here; known: "
                            + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
        if (values.put(name, decode(encodedValue)) != null) {
            throw new Refusal(400, "the parameter '" + name + "' may stand only once in a request");
        }
    }

    private static String decode(String encoded) throws Refusal {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next == '%') {
                bytes.write(hexByte(encoded, i));
                i += 2;
            } else if (next < ' ' || next > '~') {
                throw notEncoded();
            } else {
                bytes.write(next == '+' ? ' ' : next);
            }
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw notEncoded();
        }
    }

    private static int hexByte(String encoded, int percent) throws Refusal {
        int high = percent + 2 < encoded.length() ? Character.digit(encoded.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < encoded.length() ? Character.digit(encoded.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw notEncoded();
        }
        return high << 4 | low;
    }

    private static Refusal notEncoded() {
        return new Refusal(400, "the parameters are not URL-encoded UTF-8");
    }
}
