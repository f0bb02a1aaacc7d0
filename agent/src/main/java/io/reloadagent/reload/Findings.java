package io.reloadagent.reload;

import io.reloadagent.bind.ChangeSet;
import io.reloadagent.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a reload has found out so far. Confined to the coordinator's thread. */
final class Findings {

    private final List<String> skippedModules = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private ChangeSet changes;
    private UnaryOperator<String> mask = UnaryOperator.identity();
    private final List<String> failedModules = new ArrayList<>();

    /** From now on, and in the result: a reference may have taken a secret to a path that is none, or an exception repeat one. */
    void mask(UnaryOperator<String> secrets) {
        mask = secrets;
    }

    UnaryOperator<String> mask() {
        return mask;
    }

    void changes(ChangeSet found) {
        changes = found;
    }

    void skipped(String module) {
        skippedModules.add(module);
    }

    void failed(String module) {
        if (!failedModules.contains(module)) {
            failedModules.add(module);
        }
    }

    /** A module failed, and nothing was undone for it. */
    void failed(ModuleException failure) {
        failed(failure.module());
        problem(new Problem(null, null, failure.getMessage()));
    }

    void problem(Problem problem) {
        problems.add(problem.map(mask));
    }

    /** Null until the source was read and every value converted. */
    ChangeSet changes() {
        return changes;
    }

    List<String> skippedModules() {
        return skippedModules;
    }

    List<Problem> problems() {
        return problems;
    }

    /** In the order in which they failed. */
    List<String> failedModules() {
        return failedModules;
    }

    /** The first; null if none did. */
    String failedModule() {
        return failedModules.isEmpty() ? null : failedModules.get(0);
    }
}
