package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.bridge.Bridge;
import io.reloadagent.field.Linker;
import io.reloadagent.field.NumberedFilters;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    private static final String BRIDGE = "io/reloadagent/bridge/Bridge";
    private static final String PROBE = "io/reloadagent/instrument/SelfTestProbe";

    private final SelfTest test = new SelfTest();
    private final List<String> failures = new ArrayList<>();

    @AfterEach
    void disconnect() {
        Bridge.connect(null);
    }

    private static void connect(Linker linker) {
        Bridge.connect((operation, arguments) -> linker.link(
                (String) arguments[0], (MethodType) arguments[1], (Class<?>) arguments[2], (String) arguments[3]));
    }

    /** In the place of the JVM, which has no agent here. The probe's class loader does not see the test's bridge. */
    private UnaryOperator<byte[]> rewriting(String bridge) {
        Linker linker = new Linker(test::describe);
        Transformer transformer = new Transformer(
                new DynamicFields(
                        test::coversClass,
                        (type, field) -> test.coversField(field),
                        test::coversField,
                        className -> false,
                        null),
                ClassPath.unknown(),
                bridge,
                new NumberedFilters(linker, Bridge::nextNumber),
                (name, fields, inlined) -> assertThat(fields).containsExactly("selfTestValue"),
                (name, why) -> failures.add(name + ": " + why),
                new NoReaders());
        return bytes -> transformer.transform(new Elsewhere(), PROBE, null, null, bytes);
    }

    private void run(UnaryOperator<byte[]> transformation) throws SelfTestException {
        test.run(getClass().getClassLoader(), transformation);
    }

    @Test
    void passesWhereReadsAreIntercepted() throws Exception {
        connect(new Linker(test::describe));
        run(rewriting(BRIDGE));
        assertThat(failures).isEmpty();
    }

    @Test
    void aProbeThatIsNotRewrittenIsNoticed() {
        connect(new Linker(test::describe));
        assertThatThrownBy(() -> run(bytes -> bytes))
                .isInstanceOf(SelfTestException.class)
                .hasMessageContaining("not rewritten, or not linked");
    }

    @Test
    void aBridgeThatIsNotConnectedIsNoticed() {
        assertThatThrownBy(() -> run(rewriting(BRIDGE)))
                .isInstanceOf(SelfTestException.class)
                .hasMessageContaining("not rewritten, or not linked");
    }

    @Test
    void aBridgeThatCannotBeSeenIsNoticed() {
        connect(new Linker(test::describe));
        assertThatThrownBy(() -> run(rewriting("java/lang/NoBridge")))
                .isInstanceOf(SelfTestException.class)
                .hasMessageContaining("cannot be rewritten, defined or linked")
                .hasRootCauseInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void aSiteThatDoesNotFollowIsNoticed() {
        Linker linker = new Linker(test::describe);
        Bridge.connect((operation, arguments) -> {
            MethodType type = (MethodType) arguments[1];
            linker.link((String) arguments[0], type, (Class<?>) arguments[2], (String) arguments[3]);
            return new ConstantCallSite(
                    MethodHandles.dropArguments(MethodHandles.identity(int.class), 0, Object.class));
        });
        assertThatThrownBy(() -> run(rewriting(BRIDGE)))
                .isInstanceOf(SelfTestException.class)
                .hasMessage("a field reads 1, not 2, when it is overridden");
    }

    @Test
    void aClassFileThatTheJvmRefusesIsNoticed() {
        assertThatThrownBy(() -> run(bytes -> new byte[] {1, 2, 3}))
                .isInstanceOf(SelfTestException.class)
                .hasMessageContaining("cannot be rewritten, defined or linked");
    }

    @Test
    void onlyItsOwnClassIsDescribed() {
        assertThat(test.describe(SelfTestProbe.class)).isNull();
        assertThat(test.coversClass("com.acme.Main")).isFalse();
        assertThat(test.coversField("size")).isFalse();
        assertThat(failures).isEmpty();
    }

    private static final class Elsewhere extends ClassLoader {

        Elsewhere() {
            super(null);
        }
    }

    private static final class NoReaders implements LateReaders {

        @Override
        public void ownerFound(String owner, Collection<ClassLoader> loaders) {
            throw new AssertionError(owner + " was looked for in vain");
        }

        @Override
        public void exhausted(String className, ClassLoader loader) {
            throw new AssertionError(className + " could not be looked at");
        }
    }
}
