package io.reloadagent.reload;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.Variables;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The secret values of some documents, masked wherever a text repeats one: the application may say in an exception what it
 * could not log in with. Immutable.
 */
final class SecretTexts implements UnaryOperator<String> {

    private static final String MASKED = "***";

    /** Shorter ones are no secret, and their letters are everywhere. */
    private static final int SHORTEST = 3;

    /** Asked for their texts when there is something to mask: some are kept outside of the heap. */
    private final List<Leaf> leaves = new ArrayList<>();

    /** Gathers what stands at, or beneath, the paths that are secret. */
    SecretTexts(Predicate<Path> secret, Document... documents) {
        for (Document document : documents) {
            gather(document.root(), Path.of(""), secret);
        }
    }

    private void gather(Node node, Path path, Predicate<Path> secret) {
        if (node instanceof Branch) {
            Branch branch = (Branch) node;
            branch.entries().forEach((key, child) -> {
                if (branch.isVariable(key)) {
                    gatherVariable(key, (Leaf) child, secret);
                } else {
                    gather(child, path.child(key), secret);
                }
            });
        } else if (node instanceof Sequence) {
            ((Sequence) node).items().forEach(item -> gather(item, path, secret));
        } else if (secret.test(path)) {
            add((Leaf) node);
        }
    }

    private void gatherVariable(String name, Leaf leaf, Predicate<Path> secret) {
        if (Variables.pathsOf(name).stream().anyMatch(secret)) {
            add(leaf);
        }
    }

    private void add(Leaf leaf) {
        leaves.add(leaf);
    }

    @Override
    public String apply(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        // Long ones first: one may contain another.
        List<String> secrets = leaves.stream()
                .filter(leaf -> leaf.hiddenUtf8() == null || contains(utf8, leaf.hiddenUtf8()))
                .map(Leaf::text)
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.toList());
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASKED);
        }
        return masked;
    }

    /** So that a secret which is kept outside of the heap gets into it only if it is there already. */
    private static boolean contains(byte[] text, ByteBuffer secret) {
        for (int start = 0; start + secret.limit() <= text.length; start++) {
            int same = 0;
            while (same < secret.limit() && text[start + same] == secret.get(same)) {
                same++;
            }
            if (same == secret.limit()) {
                return true;
            }
        }
        return false;
    }
}
