package io.reloadagent.api.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.api.Dynamic;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamicClassIndexerTest {

    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    @TempDir
    private Path classes;

    private boolean compile(String name, String source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            JavaFileObject file =
                    new SimpleJavaFileObject(URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return source;
                        }
                    };
            String api = new File(Dynamic.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getPath();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("-cp", api, "-d", classes.toString(), "-Xlint:all"),
                    null,
                    List.of(file));
            task.setProcessors(List.of(new DynamicClassIndexer()));
            return task.call();
        }
    }

    private List<String> index() throws IOException {
        return Files.readAllLines(classes.resolve(DynamicClassIndexer.INDEX));
    }

    @Test
    void listsClassesByTheirBinaryNamesAndSorted() throws Exception {
        assertThat(
                        compile(
                                "a/Main",
                                "package a; import io.reloadagent.api.Dynamic; class Main { @Dynamic(\"z\") int size;"
                                        + " static class Plain { int size; } static class Inner { @Dynamic(\"x\") int x; @Dynamic(\"y\") int y; } }"
                                        + " @Dynamic class Also { int size; } @Dynamic(\"i\") interface Limits { int MOST = 1; }"))
                .isTrue();
        assertThat(index()).containsExactly(DynamicClassIndexer.HEADER, "a.Also", "a.Limits", "a.Main", "a.Main$Inner");
    }

    @Test
    void saysNothingByItself() throws Exception {
        assertThat(compile("a/Main", "package a; @io.reloadagent.api.Dynamic class Main { int size; }"))
                .isTrue();
        assertThat(diagnostics.getDiagnostics())
                .noneMatch(diagnostic -> diagnostic.getMessage(null).contains("reload-agent"));
    }

    @Test
    void writesNothingWhereThereIsNothingToList() throws Exception {
        assertThat(compile("a/Main", "package a; class Main { int size; }")).isTrue();
        assertThat(classes.resolve(DynamicClassIndexer.INDEX)).doesNotExist();
    }

    @Test
    void anIndexThatCannotBeWrittenIsAWarning() throws Exception {
        Path folder = Files.createDirectories(classes.resolve(DynamicClassIndexer.INDEX));
        Files.writeString(folder.resolve("in-the-way"), "");
        assertThat(compile("a/Main", "package a; @io.reloadagent.api.Dynamic class Main { int size; }"))
                .isTrue();
        assertThat(classes.resolve("a/Main.class")).exists();
        assertThat(diagnostics.getDiagnostics())
                .filteredOn(diagnostic -> diagnostic.getMessage(null).contains(DynamicClassIndexer.INDEX))
                .extracting(Diagnostic::getKind)
                .containsExactly(Diagnostic.Kind.NOTE);
    }

    @Test
    void sourcesThatDoNotCompileLeaveNoIndex() throws Exception {
        assertThat(compile("a/Main", "package a; @io.reloadagent.api.Dynamic class Main { int size = none; }"))
                .isFalse();
        assertThat(diagnostics.getDiagnostics())
                .noneMatch(diagnostic -> diagnostic.getMessage(null).contains("reload-agent"));
    }

    @Test
    void runsOnlyWhenItIsNamed_andIsKnownToGradle() throws Exception {
        Stream<Class<? extends Processor>> found =
                ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type);
        assertThat(found).doesNotContain(DynamicClassIndexer.class);
        assertThat(new String(
                        getClass()
                                .getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")
                                .readAllBytes(),
                        StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(DynamicClassIndexer.class.getName() + ",aggregating");
    }
}
