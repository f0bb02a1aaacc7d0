package io.reloadagent.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What cells begin with, found out once for all versions that do not differ for them: it may take the application's code a while. For one thread. */
final class FirstValuesByBasis {

    private final FirstValues first;
    private final List<Object> bases = new ArrayList<>();
    private final List<Map<Cell, Object>> values = new ArrayList<>();

    FirstValuesByBasis(FirstValues first) {
        this.first = first;
    }

    Map<Cell, Object> of(Object basis) {
        for (int i = 0; i < bases.size(); i++) {
            if (bases.get(i) == basis || !first.differ(bases.get(i), basis)) {
                return values.get(i);
            }
        }
        Map<Cell, Object> found = first.of(basis);
        bases.add(basis);
        values.add(found);
        return found;
    }
}
