package io.reloadagent.scan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.Opcodes;

/** Tells by the head of a class whether it may hold a configuration. */
final class Judge {

    private static final String[] NAMES = {
        "Config",
        "Configuration",
        "Conf",
        "Settings",
        "Setting",
        "Properties",
        "Props",
        "Options",
        "Opts",
        "Parameters",
        "Params",
        "Preferences",
        "Prefs",
        "Tuning",
        "Limits"
    };

    /** What lives for a moment, or tells of something, whatever its fields are called. */
    private static final String[] OTHERS = {
        "Exception",
        "Error",
        "Event",
        "Request",
        "Response",
        "Dto",
        "DTO",
        "Entity",
        "Builder",
        "Test",
        "Message",
        "Result",
        "Stats",
        "Statistics",
        "Metrics",
        "Info",
        "Context",
        "Iterator",
        "Parser",
        "Lexer",
        "Visitor"
    };

    private static final int FEWEST_FIELDS = 3;
    private static final int FEWEST_TUNED = 2;

    private Judge() {}

    /** Null if it is nobody's configuration. */
    static Reason of(ClassHead head) {
        if (head.fields.isEmpty() || (head.access & (Opcodes.ACC_ANNOTATION | Opcodes.ACC_SYNTHETIC)) != 0) {
            return null;
        }
        if (head.mark != null || head.fields.stream().anyMatch(field -> field.mark != null)) {
            return Reason.ANNOTATED;
        }
        String name = head.name.substring(Math.max(head.name.lastIndexOf('/'), head.name.lastIndexOf('$')) + 1);
        List<ClassHead.FieldHead> scalars = head.fields.stream()
                .filter(field -> SettableTypes.isScalar(field.descriptor))
                .collect(Collectors.toList());
        if (scalars.isEmpty() || name.isEmpty() || Character.isDigit(name.charAt(0)) || endsWith(name, OTHERS)) {
            return null;
        }
        if (endsWith(name, NAMES)) {
            return Reason.NAMED;
        }
        return isInterface(head) ? null : byFields(head, scalars);
    }

    private static boolean isInterface(ClassHead head) {
        return (head.access & Opcodes.ACC_INTERFACE) != 0;
    }

    private static boolean endsWith(String name, String... ends) {
        for (String end : ends) {
            if (name.endsWith(end) || name.toUpperCase(Locale.ROOT).endsWith("_" + end.toUpperCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static Reason byFields(ClassHead head, List<ClassHead.FieldHead> scalars) {
        List<ClassHead.FieldHead> tuned = scalars.stream()
                .filter(field -> !field.inlined && FieldWords.isTuned(field.name))
                .collect(Collectors.toList());
        long fields = head.fields.stream().filter(field -> !field.inlined).count();
        long open = scalars.stream()
                .filter(field -> !field.inlined && isOpen(head, field))
                .count();
        boolean plain = open >= FEWEST_FIELDS && 3 * open >= 2 * fields && 2L * head.accessors.size() >= head.methods;
        if (plain && tuned.size() >= FEWEST_TUNED && 3L * tuned.size() >= fields) {
            return Reason.SHAPED;
        }
        long set = tuned.stream().filter(field -> isSet(head, field)).count();
        return set >= FEWEST_TUNED ? Reason.TUNABLE : null;
    }

    /** Whether others see its value. */
    private static boolean isOpen(ClassHead head, ClassHead.FieldHead field) {
        return (field.access & Opcodes.ACC_PUBLIC) != 0
                || head.accessors.contains(field.name)
                || head.accessors.contains("get" + capital(field.name))
                || head.accessors.contains("is" + capital(field.name))
                || head.accessors.contains("set" + capital(field.name));
    }

    /** Whether others set its value, or the class does when it is initialised, for all. */
    private static boolean isSet(ClassHead head, ClassHead.FieldHead field) {
        return head.accessors.contains("set" + capital(field.name))
                || (field.isStatic() && (field.access & Opcodes.ACC_PRIVATE) == 0)
                || (field.isStatic() && (field.access & Opcodes.ACC_FINAL) == 0);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
