package io.reloadagent.scan;

import io.reloadagent.adopt.AdoptedAnnotation;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** An annotation that says which key a field, or the fields of a class, follow: {@code @Dynamic}, or another framework's. Immutable. */
public final class Mark {

    private static final String DYNAMIC = "Lio/reloadagent/api/Dynamic;";
    private static final Map<String, AdoptedAnnotation> ADOPTED = new HashMap<>();

    static {
        for (AdoptedAnnotation annotation : AdoptedAnnotation.values()) {
            ADOPTED.put(annotation.descriptor(), annotation);
        }
    }

    private final AdoptedAnnotation adopted;
    private String text = "";

    private Mark(AdoptedAnnotation adopted) {
        this.adopted = adopted;
    }

    /** Null for an annotation that says nothing of keys. */
    static Mark of(String descriptor) {
        AdoptedAnnotation adopted = ADOPTED.get(descriptor);
        return adopted == null && !descriptor.equals(DYNAMIC) ? null : new Mark(adopted);
    }

    /** Reads what it says; done before anybody else sees the mark. */
    AnnotationVisitor reader() {
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String name, Object value) {
                boolean wanted = adopted == null ? name.equals("value") : adopted.isText(name);
                if (wanted && value instanceof String && !((String) value).isEmpty()) {
                    text = (String) value;
                }
            }
        };
    }

    /** The other framework's; null for {@code @Dynamic}. */
    public AdoptedAnnotation adopted() {
        return adopted;
    }

    /** The prefix, key or placeholder; empty for none. */
    public String text() {
        return text;
    }

    /** Whether it says what is beneath a prefix; otherwise it is for one field. */
    boolean isPrefix() {
        return adopted != null && adopted.kind() == AdoptedAnnotation.Kind.PREFIX;
    }

    /** As in source code, {@code @ConfigurationProperties("mail")}. */
    @Override
    public String toString() {
        String name = adopted == null ? "Dynamic" : simpleName(adopted.className());
        return "@" + name + (text.isEmpty() ? "" : "(\"" + text + "\")");
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
