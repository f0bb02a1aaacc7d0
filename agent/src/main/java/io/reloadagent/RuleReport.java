package io.reloadagent;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.bind.Adoption;
import io.reloadagent.bind.Rules;
import io.reloadagent.instrument.DynamicClassObserver;
import io.reloadagent.report.Event;
import io.reloadagent.report.Level;
import io.reloadagent.report.Log;
import java.util.Collection;

/** Says in the log which classes are found, and what in them cannot follow although it should. */
final class RuleReport implements DynamicClassObserver {

    private final Rules rules;
    private final Adoption adoption;
    private final Log log;

    RuleReport(Rules rules, Adoption adoption, Log log) {
        this.rules = rules;
        this.adoption = adoption;
        this.log = log;
    }

    /** Says at the end of a reload which rules were meant for what changed, perhaps, and have no class. Once a rule. */
    void told(Event event) {
        if (event.type().equals("reload.completed")) {
            rules.takeUnmatched()
                    .forEach(rule -> log.warn(
                            "{} has matched no loaded class so far; is it the name by which the JVM knows the class?",
                            rule));
        }
    }

    @Override
    public void adopted(String className, String field, AdoptedAnnotation annotation, String text) {
        adoption.loaded(className, field, annotation, text);
    }

    @Override
    public void loaded(String className, Collection<String> fields, Collection<String> inlined) {
        log.debug("{} is loaded; it has dynamic fields", className);
        rules.loaded(className, fields, inlined);
        rules.complaints(className, fields).forEach(complaint -> log.warn("{}", complaint));
        for (String field : inlined) {
            log.log(
                    rules.takesUnasked(className, field) ? Level.DEBUG : Level.WARN,
                    "{}.{} cannot follow; the compiler copies a final field with a constant into its readers",
                    className,
                    field);
        }
    }
}
