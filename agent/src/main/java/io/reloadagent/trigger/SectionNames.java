package io.reloadagent.trigger;

import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.List;

/** The sections of the sources that a client names. */
final class SectionNames {

    private SectionNames() {}

    /**
     * Takes a list apart.
     *
     * @param text paths with commas between, {@code database,cache}; null or empty for none
     * @throws IllegalArgumentException if a part is no path; the message does not repeat it
     */
    static List<Path> parse(String text) {
        List<Path> sections = new ArrayList<>();
        if (text == null || text.isEmpty()) {
            return sections;
        }
        for (String part : text.split(",", -1)) {
            String name = part.trim();
            if (name.isEmpty() || !Path.isValid(name)) {
                throw new IllegalArgumentException("name the sections with commas between, database,cache for example");
            }
            sections.add(Path.of(name));
        }
        return sections;
    }
}
