package io.reloadagent.api.index;

import io.reloadagent.api.Dynamic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * An annotation processor that lists the classes with {@link Dynamic} fields in the resource {@value #INDEX}: a line with the
 * format's version, then their binary names, one a line, sorted. The agent knows these classes before they are loaded even
 * where it cannot find their files. Silent; the worst that happens is a note of the compiler, and no index.
 */
public final class DynamicClassIndexer extends AbstractProcessor {

    /** Where the index is, in the folder or jar of the compiled classes. */
    public static final String INDEX = "META-INF/reload-agent/dynamic-classes";

    /** Its first line. */
    public static final String HEADER = "# reload-agent dynamic-classes 1";

    private final SortedSet<String> names = new TreeSet<>();
    private final List<Element> origins = new ArrayList<>();

    /**
     * For the compiler, which is given the processor's name. It is not listed in {@code META-INF/services}: a compiler that
     * found it there, on the class path, would begin to process annotations, and warn of those that nobody claims.
     */
    public DynamicClassIndexer() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Collections.singleton(Dynamic.class.getName());
    }

    /** Every version: it looks at annotations only. */
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    /** Claims nothing: other processors see the annotation, too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(Dynamic.class)) {
            add(element);
        }
        if (round.processingOver() && !round.errorRaised() && !names.isEmpty()) {
            write();
        }
        return false;
    }

    private void add(Element annotated) {
        Element type = annotated instanceof TypeElement ? annotated : annotated.getEnclosingElement();
        if (type instanceof TypeElement) {
            names.add(processingEnv
                    .getElementUtils()
                    .getBinaryName((TypeElement) type)
                    .toString());
            origins.add(type);
        }
    }

    private void write() {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(
                processingEnv
                        .getFiler()
                        .createResource(StandardLocation.CLASS_OUTPUT, "", INDEX, origins.toArray(new Element[0]))
                        .openOutputStream(),
                StandardCharsets.UTF_8))) {
            out.write(HEADER + "\n");
            for (String name : names) {
                out.write(name + "\n");
            }
        } catch (IOException | RuntimeException e) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.NOTE,
                            INDEX + " cannot be written: " + e.getMessage()
                                    + "; the agent finds these classes without it, where they have files");
        }
    }
}
