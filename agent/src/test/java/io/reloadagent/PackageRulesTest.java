package io.reloadagent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The packages of the agent")
class PackageRulesTest {
    private static final String AGENT = "io.reloadagent";

    /** What each package may import of the agent. A package that is not listed has no place yet: give it one here. */
    private static final Map<String, Set<String>> IMPORTS = Map.ofEntries(
            Map.entry("premain", Set.of()),
            Map.entry("bridge", Set.of()),
            Map.entry("field", Set.of()),
            Map.entry("adopt", Set.of()),
            Map.entry("instrument", Set.of("field", "adopt")),
            Map.entry("scan", Set.of("adopt")),
            Map.entry("source", Set.of("field", "api")),
            Map.entry("report", Set.of("field")),
            Map.entry("bind", Set.of("source", "field", "adopt")),
            Map.entry("apply", Set.of("bind", "source")),
            Map.entry("levels", Set.of("bind", "source")),
            Map.entry("settings", Set.of("apply", "bind", "source", "report", "field", "adopt")),
            Map.entry("store", Set.of("source", "report")),
            Map.entry("reload", Set.of("store", "bind", "source", "report", "field")),
            Map.entry("trigger", Set.of("keys", "store", "settings", "reload", "bind", "source", "report", "field")),
            Map.entry("process", Set.of()),
            Map.entry("keys", Set.of()),
            Map.entry("console", Set.of("trigger", "reload", "bind", "source", "report", "field")),
            Map.entry(
                    "cli",
                    Set.of(
                            "apply",
                            "keys",
                            "levels",
                            "process",
                            "store",
                            "settings",
                            "instrument",
                            "reload",
                            "bind",
                            "source",
                            "report",
                            "field",
                            "adopt",
                            "scan")),
            Map.entry(
                    "",
                    Set.of(
                            "bridge",
                            "apply",
                            "levels",
                            "store",
                            "settings",
                            "trigger",
                            "console",
                            "reload",
                            "instrument",
                            "bind",
                            "source",
                            "report",
                            "adopt",
                            "field")));

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    @Test
    @DisplayName("import one another only in the direction of data")
    void direction() {
        classes().should(importOnlyWhatTheirPackageMay()).check(CLASSES);
    }

    @Test
    @DisplayName("premain and bridge depend on the JDK's java packages only")
    void independence() {
        for (String independent : Set.of("premain", "bridge")) {
            String name = AGENT + "." + independent;
            classes()
                    .that()
                    .resideInAPackage(name + "..")
                    .should()
                    .onlyDependOnClassesThat(resideInAPackage("java..").or(resideInAPackage(name + "..")))
                    .check(CLASSES);
        }
    }

    @Test
    @DisplayName("premain starts neither logging nor management, which application servers set up themselves")
    void premainStartsNothing() {
        noClasses()
                .that()
                .resideInAPackage(AGENT + ".premain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.lang.management..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("bridge is one class, for it is renamed and defined alone")
    void bridgeIsOneClass() {
        assertThat(CLASSES.that(resideInAPackage(AGENT + ".bridge..")))
                .extracting(JavaClass::getName)
                .filteredOn(name -> !name.endsWith(".package-info"))
                .containsExactly(AGENT + ".bridge.Bridge");
    }

    @Test
    @DisplayName("only the command line writes to the console")
    void console() {
        noClasses()
                .that(resideOutsideOfPackages(AGENT + ".cli..", AGENT + ".premain.."))
                .should()
                .accessField(System.class, "out")
                .check(CLASSES);
    }

    @Test
    @DisplayName(
            "intervals, waits and deadlines are measured by a clock that nobody sets: that of the day is for log lines")
    void monotonicTime() {
        noClasses()
                .that(resideOutsideOfPackages(AGENT + ".report.."))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> importOnlyWhatTheirPackageMay() {
        return new ArchCondition<>("import only what their package may") {
            @Override
            public void check(JavaClass importer, ConditionEvents events) {
                String from = packageOf(importer);
                events.add(new SimpleConditionEvent(
                        importer,
                        IMPORTS.containsKey(from),
                        importer.getName() + " is in package '" + from + "', which has no place in the direction"));
                importer.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isOurs(dependency.getTargetClass()))
                        .forEach(dependency -> events.add(permitted(from, dependency)));
            }
        };
    }

    private static SimpleConditionEvent permitted(String from, Dependency dependency) {
        String to = packageOf(dependency.getTargetClass());
        boolean satisfied =
                to.equals(from) || IMPORTS.getOrDefault(from, Set.of()).contains(to);
        return new SimpleConditionEvent(dependency, satisfied, dependency.getDescription());
    }

    private static boolean isOurs(JavaClass type) {
        return resideInAPackage(AGENT + "..").test(type.getBaseComponentType());
    }

    /** Returns the first word after the agent's package: "field"; "" for the composition root. */
    private static String packageOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.equals(AGENT) ? "" : name.substring(AGENT.length() + 1).split("\\.", 2)[0];
    }
}
