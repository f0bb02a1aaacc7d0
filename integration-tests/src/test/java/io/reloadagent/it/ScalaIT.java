package io.reloadagent.it;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An application in Scala")
class ScalaIT {

    /** Most read the own value 1, and 2 from the source. */
    private static final Map<String, List<String>> READINGS = new HashMap<>();

    static {
        for (String reading : List.of(
                "object",
                "object's own",
                "var",
                "val",
                "closure",
                "local closure",
                "pattern",
                "case class",
                "extractor",
                "trait val",
                "trait var",
                "for",
                "parameter")) {
            READINGS.put(reading, List.of("1", "2"));
        }
        READINGS.put("lazy val", List.of("3", "6"));
        READINGS.put("text", List.of("Data(1,None)", "Data(2,None)"));
        READINGS.put("trait method", List.of("11", "22"));
    }

    @TempDir
    private static Path classes;

    private static OtherLanguage scala;

    @BeforeAll
    static void compile() {
        scala = OtherLanguage.scala(classes);
    }

    @OnEveryJdk
    @DisplayName("follows by rule: objects, variables and values, case classes, values of traits, closures")
    void byRule(Jdk jdk, @TempDir Path directory) {
        scala.assertFollowsByRule(jdk, new Workspace(directory), READINGS);
    }

    @OnEveryJdk
    @DisplayName("follows by its annotations")
    void annotated(Jdk jdk, @TempDir Path directory) {
        scala.assertFollowsAnnotated(jdk, new Workspace(directory), READINGS);
    }
}
