package io.reloadagent.settings;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Sequence;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code adopt}: the frameworks whose annotations count. */
final class Frameworks {

    private Frameworks() {}

    /**
     * Reads words with a space or a comma between them.
     *
     * @throws IllegalArgumentException if one is not the word for a framework
     */
    static Set<AdoptedAnnotation> parse(String text) {
        Set<AdoptedAnnotation> adopted = EnumSet.noneOf(AdoptedAnnotation.class);
        for (String word : text.trim().isEmpty() ? new String[0] : text.trim().split("[ ,]+", -1)) {
            Set<AdoptedAnnotation> some = Arrays.stream(AdoptedAnnotation.values())
                    .filter(annotation -> annotation.framework().equals(word))
                    .collect(Collectors.toSet());
            if (some.isEmpty()) {
                throw new IllegalArgumentException("expected " + known());
            }
            adopted.addAll(some);
        }
        return Collections.unmodifiableSet(adopted);
    }

    private static String known() {
        Set<String> words = new LinkedHashSet<>();
        for (AdoptedAnnotation annotation : AdoptedAnnotation.values()) {
            words.add(annotation.framework());
        }
        return "some of " + String.join(", ", words);
    }

    /** The same of the configuration file, where it may be a list as well. */
    static Set<AdoptedAnnotation> read(Node node) throws SettingsException {
        Set<AdoptedAnnotation> adopted = EnumSet.noneOf(AdoptedAnnotation.class);
        Mistakes mistakes = new Mistakes();
        for (Node item : node instanceof Sequence ? ((Sequence) node).items() : Collections.singletonList(node)) {
            mistakes.in(() -> adopted.addAll(one(item)));
        }
        mistakes.throwIfAny();
        return Collections.unmodifiableSet(adopted);
    }

    private static Set<AdoptedAnnotation> one(Node item) throws SettingsException {
        if (item instanceof Branch || item instanceof Sequence) {
            throw Nodes.unexpected(item, known());
        }
        String place = item.origin() + " " + SettingCatalog.ADOPT.key();
        return SettingsReader.parse(SettingCatalog.ADOPT, ((Leaf) item).text(), place);
    }
}
