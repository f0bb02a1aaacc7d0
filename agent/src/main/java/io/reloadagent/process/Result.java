package io.reloadagent.process;

/** What became of an order. Immutable. */
public final class Result {

    private final String word;
    private final String text;

    private Result(String word, String text) {
        this.word = word;
        this.text = text;
    }

    static Result parse(String answer) {
        int end = answer.indexOf('\n');
        return end < 0 ? new Result(answer, "") : new Result(answer.substring(0, end), answer.substring(end + 1));
    }

    /** Whether it is that word: {@code started}, {@code running}, {@code failed}, {@code none}, {@code session}, {@code stopped}. */
    public boolean is(String expected) {
        return word.equals(expected);
    }

    /** For people; may be empty. */
    public String text() {
        return text;
    }
}
