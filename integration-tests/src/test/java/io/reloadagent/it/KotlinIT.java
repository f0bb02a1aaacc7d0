package io.reloadagent.it;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An application in Kotlin")
class KotlinIT {

    /** Most read the own value 1, and 2 from the source. */
    private static final Map<String, List<String>> READINGS = new HashMap<>();

    static {
        for (String reading : List.of(
                "object",
                "companion",
                "static companion",
                "field",
                "property",
                "inherited",
                "computed",
                "closure",
                "local closure",
                "inline",
                "reference",
                "data",
                "component",
                "copy",
                "top level")) {
            READINGS.put(reading, List.of("1", "2"));
        }
        READINGS.put("late property", List.of("3", "6"));
        READINGS.put("text", List.of("Data(size=1, label=null)", "Data(size=2, label=null)"));
    }

    @TempDir
    private static Path classes;

    private static OtherLanguage kotlin;

    @BeforeAll
    static void compile() {
        kotlin = OtherLanguage.kotlin(classes);
    }

    @OnEveryJdk
    @DisplayName("follows by rule: objects, companions, properties, data classes, closures, top-level variables")
    void byRule(Jdk jdk, @TempDir Path directory) {
        kotlin.assertFollowsByRule(jdk, new Workspace(directory), READINGS);
    }

    @OnEveryJdk
    @DisplayName("follows by its annotations")
    void annotated(Jdk jdk, @TempDir Path directory) {
        kotlin.assertFollowsAnnotated(jdk, new Workspace(directory), READINGS);
    }
}
