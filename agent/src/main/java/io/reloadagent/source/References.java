package io.reloadagent.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts values in the place of the references in a merged document. A value that cannot be made becomes a leaf with a problem, which
 * concerns only who is bound to it: files of frameworks hold references that are not meant for us. For one use by one thread.
 */
@SuppressWarnings("ReferenceEquality") // two leaves with the same text stand at two places
final class References {

    /** A value is short; values that repeat values that repeat values are not. */
    private static final int LONGEST = 1024 * 1024;

    /** What references may put into all values together: as much as a source may be long. */
    private static final Bound LONGEST_TOGETHER = Bound.of(10 * 1024 * 1024, 24, "characters");

    private static final int LONGEST_CHAIN = 50;

    private static final String CIRCLE = "values refer to each other in a circle: ";
    private static final String ELSEWHERE = "the value that it refers to, at ";

    private final Branch root;
    private final Surroundings surroundings;

    /** The paths that references lead to. */
    private final Set<String> used = new HashSet<>();

    private final IdentityHashMap<Leaf, Leaf> resolved = new IdentityHashMap<>();

    /** How many more characters references may put into values. */
    private int left = LONGEST_TOGETHER.most();

    /** Where it was too much; null as long as it was not. */
    private String exhausted;

    /** The leaves that are being resolved, each for the one before it, and their paths as far as they were asked for by path. */
    private final List<Leaf> chain = new ArrayList<>();

    private References(Branch root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    /** The document with all its references resolved. */
    static Document resolve(Document document, Surroundings surroundings) {
        References references = new References(document.root(), surroundings);
        Branch root = references.resolved(document.root());
        return new Document(document.name(), root, references.used);
    }

    private Node resolved(Node node) {
        if (node instanceof Leaf) {
            return resolved((Leaf) node);
        }
        return node instanceof Branch ? resolved((Branch) node) : resolved((Sequence) node);
    }

    private Branch resolved(Branch branch) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<String, Node> entry : branch.entries().entrySet()) {
            Node node = resolved(entry.getValue());
            changed |= node != entry.getValue();
            entries.put(entry.getKey(), node);
            origins.put(entry.getKey(), branch.keyOrigin(entry.getKey()));
        }
        return changed ? new Branch(branch.origin(), entries, origins, branch.variables()) : branch;
    }

    private Sequence resolved(Sequence sequence) {
        List<Node> items = new ArrayList<>();
        boolean changed = false;
        for (Node item : sequence.items()) {
            Node node = resolved(item);
            changed |= node != item;
            items.add(node);
        }
        return changed ? new Sequence(sequence.origin(), items) : sequence;
    }

    private Leaf resolved(Leaf leaf) {
        if (leaf.problem() != null
                || !(leaf.value() instanceof String)
                || !leaf.text().contains(Template.START)) {
            return leaf;
        }
        Leaf known = resolved.get(leaf);
        if (known == null) {
            known = withValues(leaf);
            resolved.put(leaf, known);
        }
        return known;
    }

    private Leaf withValues(Leaf leaf) {
        chain.add(leaf);
        try {
            Template template = Template.of(leaf.text());
            Leaf whole = wholeValue(template, leaf);
            if (whole != null) {
                return whole.at(leaf.origin());
            }
            String text = text(template, leaf);
            return new Leaf(leaf.origin(), text, text);
        } catch (UnresolvedException e) {
            return leaf.because(new Problem(leaf.origin(), null, e.getMessage(), e.discreet));
        } catch (IllegalArgumentException e) {
            return leaf.because(new Problem(leaf.origin(), null, e.getMessage(), e.getMessage()));
        } finally {
            chain.remove(chain.size() - 1);
        }
    }

    /**
     * A reference to another value that stands alone is that value: a number stays a number. One to a file that does stays outside of the
     * heap. Null otherwise.
     */
    private Leaf wholeValue(Template template, Leaf leaf) throws UnresolvedException {
        if (template.parts().size() != 1 || !(template.parts().get(0) instanceof Reference)) {
            return null;
        }
        Reference reference = (Reference) template.parts().get(0);
        if (reference.kind() == Reference.Kind.FILE) {
            Found found = surroundings.file(name(reference, leaf), leaf.origin().source());
            return found.hidden() == null ? null : Leaf.hidden(leaf.origin(), found.hidden());
        }
        return reference.kind() == Reference.Kind.PATH ? atPath(reference, name(reference, leaf)) : null;
    }

    private String text(Template template, Leaf leaf) throws UnresolvedException {
        StringBuilder text = new StringBuilder();
        for (Object part : template.parts()) {
            text.append(part instanceof Reference ? counted(text((Reference) part, leaf), leaf) : (String) part);
            if (text.length() > LONGEST) {
                String message = "the values that it refers to make it longer than a million characters";
                throw new UnresolvedException(message, message);
            }
        }
        return text.toString();
    }

    /** What was built for values that failed counts, too: it took the time. */
    private String counted(String text, Leaf leaf) throws UnresolvedException {
        left -= text.length();
        if (left < 0 && exhausted == null) {
            exhausted = "references have put more than " + LONGEST_TOGETHER + ", into all values together, from "
                    + leaf.origin() + " on; refer to long values less often";
        }
        if (exhausted != null) {
            left = 0;
            throw new UnresolvedException(exhausted, exhausted);
        }
        return text;
    }

    private String name(Reference reference, Leaf leaf) throws UnresolvedException {
        String name = text(reference.name(), leaf);
        if (name.length() > Bound.LONGEST_KEY) {
            String why = " has a name of more than " + Bound.LONGEST_KEY + " characters, the most for a reference";
            throw new UnresolvedException(reference + why, "a reference in it" + why);
        }
        return name;
    }

    private String text(Reference reference, Leaf leaf) throws UnresolvedException {
        String name = name(reference, leaf);
        Found found;
        switch (reference.kind()) {
            case ENV:
                found = surroundings.environment(name);
                break;
            case SYS:
                found = surroundings.property(name);
                break;
            case FILE:
                found = surroundings.file(name, leaf.origin().source());
                break;
            default:
                Leaf other = atPath(reference, name);
                found = Found.of(other == null ? null : other.text(), "leads nowhere: there is no value at that path");
        }
        if (found.text() != null) {
            return found.text();
        }
        if (found.isMissing() && reference.byDefault() != null) {
            return text(reference.byDefault(), leaf);
        }
        String remedy = reference.kind() == Reference.Kind.FILE ? "create" : "set";
        String advice = found.isMissing() ? "; " + remedy + " it, or write a default" : "";
        String example = found.isMissing() ? ": " + withDefault(reference) : "";
        throw new UnresolvedException(
                reference + " " + found.failure() + advice + example,
                reference.kind().unnamed() + " " + found.failure() + advice + escape(reference));
    }

    /** Without a prefix it may be no reference at all: a password may have these characters in it. */
    private static String escape(Reference reference) {
        return reference.kind() == Reference.Kind.PATH ? "; write '$${' where '${' does not begin one" : "";
    }

    private static String withDefault(Reference reference) {
        String text = reference.toString();
        return text.substring(0, text.length() - 1) + ":default}";
    }

    /** Null if there is none. */
    private Leaf atPath(Reference reference, String name) throws UnresolvedException {
        Node node = find(reference, name);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Leaf)) {
            String end = " leads to " + node + ", and has to lead to a value";
            throw new UnresolvedException(reference + end, reference.kind().unnamed() + end);
        }
        refuseCircle((Leaf) node, reference);
        Leaf leaf = resolved((Leaf) node);
        if (leaf.problem() != null) {
            throw passedOn(leaf);
        }
        return leaf.isNull() ? null : leaf;
    }

    /** Why the value that is referred to cannot be told. It may be a secret, and who refers to it not: what is written there is not repeated. */
    private static UnresolvedException passedOn(Leaf other) {
        String discreet = Unresolved.discreet(other);
        if (discreet.startsWith(CIRCLE) || discreet.startsWith(ELSEWHERE)) {
            return new UnresolvedException(discreet, discreet);
        }
        String message = ELSEWHERE + other.origin() + ", has none: " + discreet;
        return new UnresolvedException(message, message);
    }

    private Node find(Reference reference, String name) throws UnresolvedException {
        try {
            if (name.isEmpty()) {
                return null;
            }
            Path path = Path.of(name);
            used.add(path.toString());
            return path.find(root);
        } catch (IllegalArgumentException e) {
            return null; // no path, so nothing is there
        } catch (SourceException e) {
            throw new UnresolvedException(
                    reference + " leads to a path that " + e.problems().get(0).message(),
                    reference.kind().unnamed() + " leads to a path at which there is not one value");
        }
    }

    private void refuseCircle(Leaf next, Reference reference) throws UnresolvedException {
        if (chain.size() > LONGEST_CHAIN) {
            String end = " is the end of a chain of more than " + LONGEST_CHAIN;
            throw new UnresolvedException(reference + end, reference.kind().unnamed() + end);
        }
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i) == next) {
                StringBuilder circle = new StringBuilder(CIRCLE);
                chain.subList(i, chain.size())
                        .forEach(leaf -> circle.append(leaf.origin()).append(" -> "));
                String message = circle.append(next.origin()).toString();
                throw new UnresolvedException(message, message);
            }
        }
    }

    /** Within the making of one value. */
    private static final class UnresolvedException extends Exception {

        private static final long serialVersionUID = 1;

        /** The message without anything that stands in the source. */
        private final String discreet;

        UnresolvedException(String message, String discreet) {
            super(message);
            this.discreet = discreet;
        }
    }
}
