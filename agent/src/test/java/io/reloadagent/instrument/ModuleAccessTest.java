package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.Tree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The readers stand in for an application's: one of the class path, and one of a module that requires {@code java.compiler}. */
class ModuleAccessTest {

    private static final ClassLoader LOADER = ClassLoader.getSystemClassLoader();

    private static boolean permitsClassPath(String type) {
        return ModuleAccess.permits("com/acme/Reader", LOADER, type);
    }

    private static boolean permitsModule(String type) {
        return ModuleAccess.permits("com/sun/tools/javac/Main", Tree.class.getClassLoader(), type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/util/logging/Logger", "java/sql/Connection", "com/sun/source/tree/Tree", "a/B", "C"})
    void theClassPathUsesWhatIsExportedAndWhatIsInNoModule(String type) {
        assertThat(permitsClassPath(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sun/security/provider/Sun", "com/sun/tools/javac/comp/Attr"})
    void theClassPathDoesNotUseWhatIsNotExported(String type) {
        assertThat(permitsClassPath(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/util/concurrent/Future", "javax/tools/Tool", "com/sun/tools/javac/comp/Attr", "a/B"})
    void aModuleUsesItsOwnAndWhatItReads(String type) {
        assertThat(permitsModule(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/sql/Connection", "java/util/logging/Logger", "sun/security/provider/Sun"})
    void aModuleDoesNotUseWhatItDoesNotRead(String type) {
        assertThat(permitsModule(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sun/security/provider/Sun", "com/sun/tools/javac/comp/Attr"})
    void aPackageOfTheSameNameInAnotherLoaderIsNotTheModules(String type) {
        ClassLoader other = new ClassLoader(LOADER) {};
        assertThat(ModuleAccess.permits("com/sun/tools/javac/Main", other, type))
                .isFalse();
    }
}
