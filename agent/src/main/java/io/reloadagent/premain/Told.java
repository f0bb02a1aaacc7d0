package io.reloadagent.premain;

/** What became of an order: a word for programs, and a text for people. Immutable. */
final class Told {

    private final String word;
    private final String text;

    private Told(String word, String text) {
        this.word = word;
        this.text = text;
    }

    /** @param text in lines, as an exception has it; may be empty */
    static Told of(String word, String text) {
        return new Told(word, text);
    }

    /** The word, a line feed, the text. */
    @Override
    public String toString() {
        return word + "\n" + text;
    }
}
