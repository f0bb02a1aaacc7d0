package io.reloadagent.bind;

import java.util.Collection;

/** Finds the known name that someone who wrote an unknown one may have meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * @param name the unknown name; never null
     * @param known the names that would have been right
     * @return the known name that takes the fewest changes, or null if that is more than a third of the name (at least two)
     */
    public static String of(String name, Collection<String> known) {
        return of(name, known, Math.max(2, name.length() / 3));
    }

    /** The same with another limit; {@code most} is the number of changes. */
    static String of(String name, Collection<String> known, int most) {
        String nearest = null;
        int fewest = most + 1;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - name.length()) >= fewest) {
                continue;
            }
            int changes = changes(name, candidate);
            if (changes < fewest) {
                fewest = changes;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** The Levenshtein distance. */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
