package io.reloadagent.bind;

import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The constraint annotations of one field. Thread-safe. */
final class FieldConstraints {

    private final Constraints constraints;
    private final Field field;

    /** Found out by whichever thread checks first. */
    private volatile Demands demands;

    /** Made by whichever thread checks first; kept here, as {@link Constraints} holds it weakly. */
    private volatile ApplicationValidator validator;

    FieldConstraints(Constraints constraints, Field field) {
        this.constraints = constraints;
        this.field = field;
    }

    /** What is wrong with a value, made of a node; empty if nothing is. */
    List<Problem> check(Object value, Node node, Path path) {
        if (demands().namespace() == null) {
            return Collections.emptyList();
        }
        Findings findings = constraints.findings();
        Spot spot = new Spot(Place.of(path), node);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Class<?> type = field.getDeclaringClass();
        thread.setContextClassLoader(type.getClassLoader()); // where validators look for their providers
        try {
            validator().checkField(type, field.getName(), value, spot, findings);
            if (demands().areCascading()) {
                cascade(value, spot, findings);
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            Failures.throwIfFatal(e);
            findings.refused(Failures.cause(e), spot.place(), node);
        } finally {
            thread.setContextClassLoader(before);
        }
        return findings.problems();
    }

    private Demands demands() {
        Demands known = demands;
        if (known == null) {
            known = findDemands();
            demands = known;
        }
        return known;
    }

    private Demands findDemands() {
        try {
            Demands found = Demands.of(field);
            if (found.namespace() == null || !Modifier.isStatic(field.getModifiers())) {
                return found;
            }
            constraints.tell(
                    "the constraints of " + field + " are not checked: Bean Validation knows no static fields");
        } catch (LinkageError | RuntimeException e) {
            constraints.tell("the constraints of " + field + " are not checked: its annotations cannot be read: " + e);
        }
        return Demands.NONE;
    }

    private ApplicationValidator validator() {
        ApplicationValidator known = validator;
        if (known == null) {
            known = constraints.validator(field.getDeclaringClass(), demands().namespace());
            validator = known;
        }
        return known;
    }

    /** To what a container holds; {@code validateValue} does not go into objects. */
    private void cascade(Object value, Spot spot, Findings findings) throws ReflectiveOperationException {
        if (value instanceof Map) {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                cascade(entry.getValue(), spot.key(String.valueOf(entry.getKey())), findings);
            }
        } else if (value instanceof Iterable) {
            int index = 0;
            for (Object item : (Iterable<?>) value) {
                cascade(item, spot.item(index++), findings);
            }
        } else if (value instanceof Object[]) {
            int index = 0;
            for (Object item : (Object[]) value) {
                cascade(item, spot.item(index++), findings);
            }
        } else if (value instanceof Optional) {
            cascade(((Optional<?>) value).orElse(null), spot, findings);
        } else if (value != null && !JdkTypes.isOfJdk(value.getClass())) {
            validator().checkWithin(value, spot, findings);
        }
    }
}
