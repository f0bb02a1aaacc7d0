package io.reloadagent.report;

/** The text of one message, from its format and arguments to printable lines. */
final class LogText {

    private static final String PLACEHOLDER = "{}";
    private static final int DEEPEST_CAUSE = 8;

    private final StringBuilder text = new StringBuilder();
    private final Throwable failure;

    LogText(String format, Object... arguments) {
        int used = substitute(String.valueOf(format), arguments);
        boolean hasFailure = used < arguments.length && arguments[arguments.length - 1] instanceof Throwable;
        failure = hasFailure ? (Throwable) arguments[arguments.length - 1] : null;
    }

    private int substitute(String format, Object... arguments) {
        int from = 0;
        int used = 0;
        int placeholder = format.indexOf(PLACEHOLDER);
        while (placeholder >= 0 && used < arguments.length) {
            text.append(format, from, placeholder).append(textOf(arguments[used++]));
            from = placeholder + PLACEHOLDER.length();
            placeholder = format.indexOf(PLACEHOLDER, from);
        }
        text.append(format, from, format.length());
        return used;
    }

    /** Each line with the prefix, without a line end behind the last. */
    String toLines(String prefix, boolean stackTrace) {
        StringBuilder lines = new StringBuilder(prefix);
        appendEscaped(lines, text);
        String introduction = ": ";
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            appendEscaped(lines, introduction + textOf(cause));
            introduction = ", caused by ";
            cause = cause.getCause();
        }
        if (stackTrace && failure != null) {
            appendStackTrace(lines, prefix);
        }
        return lines.toString();
    }

    private void appendStackTrace(StringBuilder lines, String prefix) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            appendLine(lines, prefix, "  " + cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                appendLine(lines, prefix, "    at " + frame);
            }
            cause = cause.getCause();
        }
    }

    private static void appendLine(StringBuilder lines, String prefix, String line) {
        lines.append(System.lineSeparator()).append(prefix);
        appendEscaped(lines, line);
    }

    private static String textOf(Object argument) {
        try {
            return String.valueOf(argument);
        } catch (RuntimeException | StackOverflowError failure) {
            return argument.getClass().getName() + " (its toString failed: "
                    + failure.getClass().getName() + ")";
        }
    }

    private static void appendEscaped(StringBuilder target, CharSequence raw) {
        for (int i = 0; i < raw.length(); ) {
            int codePoint = Character.codePointAt(raw, i);
            if (isPrintable(codePoint)) {
                target.appendCodePoint(codePoint);
            } else {
                appendCode(target, codePoint);
            }
            i += Character.charCount(codePoint);
        }
    }

    private static boolean isPrintable(int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
                return false;
            default:
                return true;
        }
    }

    private static void appendCode(StringBuilder target, int codePoint) {
        switch (codePoint) {
            case '\n':
                target.append("\\n");
                break;
            case '\r':
                target.append("\\r");
                break;
            case '\t':
                target.append("\\t");
                break;
            default:
                for (char unit : Character.toChars(codePoint)) {
                    String hex = Integer.toHexString(unit);
                    target.append("\\u").append("0000", hex.length(), 4).append(hex);
                }
        }
    }
}
