package io.reloadagent.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BridgeTest {

    private static final MethodType STATIC_INT = MethodType.methodType(int.class, int.class);
    private static final MethodType INSTANCE_INT = MethodType.methodType(int.class, Object.class, int.class);

    private static final int NUMBER = 70;

    static class Base {}

    static class Derived extends Base {}

    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void disconnect() {
        Bridge.connect(null);
    }

    @Test
    void withoutAnAgentTheValueReadIsReturned() throws Throwable {
        assertReadsReturnTheirOwnValue();
        assertThat(Bridge.call("isActive", new Object[0])).isNull();
        Bridge.constructed(this, getClass());
    }

    @Test
    void numbersOfAnAgentThatWasStoppedAreNotGivenToTheNext() {
        Bridge.connect((operation, arguments) -> null);
        int first = Bridge.nextNumber();
        Bridge.connect(null);
        Bridge.connect((operation, arguments) -> null);
        assertThat(Bridge.nextNumber()).isGreaterThan(first);
    }

    @Test
    void withAnAgentThatKnowsNothingTheValueReadIsReturned() throws Throwable {
        Bridge.connect((operation, arguments) -> null);
        assertReadsReturnTheirOwnValue();
    }

    @Test
    void withAnAgentThatThrowsTheValueReadIsReturned() throws Throwable {
        Bridge.connect((operation, arguments) -> {
            throw new IllegalStateException();
        });
        assertReadsReturnTheirOwnValue();
        assertThat(Bridge.call("isActive", new Object[0])).isNull();
        assertThatCode(() -> Bridge.constructed(this, getClass())).doesNotThrowAnyException();
    }

    @Test
    void aThreadWhoseStackIsExhaustedIsLinkedLater() throws Throwable {
        List<Object[]> later = new ArrayList<>();
        Bridge.connect((operation, arguments) -> {
            if (operation.equals("linkLater")) {
                return later.add(arguments);
            }
            throw new StackOverflowError();
        });
        MethodHandle read = link(STATIC_INT);
        assertThat((int) read.invokeExact(7)).isEqualTo(7);
        assertThat(later).hasSize(1);
        assertThat(later.get(0)).contains("size", BridgeTest.class, "I");
        MethodHandle nine = MethodHandles.dropArguments(MethodHandles.constant(int.class, 9), 0, int.class);
        ((MutableCallSite) later.get(0)[0]).setTarget(nine);
        assertThat((int) read.invokeExact(7)).isEqualTo(9);
    }

    @Test
    void aThreadWhoseStackIsExhaustedForThatTooLinksAtItsNextRead() {
        Bridge.connect((operation, arguments) -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> link(STATIC_INT)).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> getter(MethodHandles.constant(int.class, 7))).isInstanceOf(StackOverflowError.class);
        assertThat(Bridge.call("isActive", new Object[0])).isNull();
        assertThatCode(() -> Bridge.constructed(this, getClass())).doesNotThrowAnyException();
    }

    @Test
    void withAnAnswerOfAnotherKindTheValueReadIsReturned() throws Throwable {
        Bridge.connect((operation, arguments) -> "no site at all");
        assertReadsReturnTheirOwnValue();
    }

    @Test
    void withASiteOfAnotherTypeTheValueReadIsReturned() throws Throwable {
        MethodHandle other = MethodHandles.identity(long.class);
        Bridge.connect((operation, arguments) -> operation.equals("link") ? new ConstantCallSite(other) : other);
        assertReadsReturnTheirOwnValue();
    }

    private static void assertReadsReturnTheirOwnValue() throws Throwable {
        assertThat((int) link(STATIC_INT).invokeExact(7)).isEqualTo(7);
        assertThat((int) link(INSTANCE_INT).invokeExact(new Object(), 7)).isEqualTo(7);
        MethodHandle getter = MethodHandles.constant(int.class, 7);
        assertThat(getter(getter)).isSameAs(getter);
    }

    @Test
    void theAgentsSiteIsUsed() throws Throwable {
        MethodHandle nine = MethodHandles.dropArguments(MethodHandles.constant(int.class, 9), 0, int.class);
        Bridge.connect(recording(new ConstantCallSite(nine)));
        assertThat((int) link(STATIC_INT).invokeExact(7)).isEqualTo(9);
        assertThat(calls).containsExactly("link [size, (int)int, " + BridgeTest.class + ", I]");
    }

    @Test
    void theAgentsHandleIsUsed() throws Throwable {
        MethodHandle nine = MethodHandles.constant(int.class, 9);
        Bridge.connect(recording(nine));
        assertThat(getter(MethodHandles.constant(int.class, 7))).isSameAs(nine);
    }

    @Test
    void withoutAFilterTheValueReadIsReturned() {
        assertFiltersReturnTheirOwnValue();
        for (Object answer : new Object[] {null, "no table at all", new AtomicReferenceArray<>(5), table(null)}) {
            Bridge.connect((operation, arguments) -> answer);
            assertFiltersReturnTheirOwnValue();
        }
        Bridge.connect((operation, arguments) -> {
            throw new IllegalStateException();
        });
        assertFiltersReturnTheirOwnValue();
    }

    @Test
    void withAFilterOfAnotherTypeOrThatThrowsTheValueReadIsReturned() {
        MethodHandle other = MethodHandles.identity(String.class);
        MethodHandle throwing = MethodHandles.dropArguments(
                MethodHandles.insertArguments(
                        MethodHandles.throwException(int.class, Exception.class), 0, new IllegalStateException()),
                0,
                Object.class,
                int.class);
        for (MethodHandle filter : List.of(other, throwing)) {
            Bridge.connect((operation, arguments) -> table(filter));
            assertThat(Bridge.filter(this, 7, NUMBER)).isEqualTo(7);
        }
    }

    private void assertFiltersReturnTheirOwnValue() {
        assertThat(Bridge.filter(this, "own", NUMBER)).isEqualTo("own");
        assertThat(Bridge.filter(this, true, NUMBER)).isTrue();
        assertThat(Bridge.filter(this, (byte) 7, NUMBER)).isEqualTo((byte) 7);
        assertThat(Bridge.filter(this, (short) 7, NUMBER)).isEqualTo((short) 7);
        assertThat(Bridge.filter(this, 'x', NUMBER)).isEqualTo('x');
        assertThat(Bridge.filter(this, 7, NUMBER)).isEqualTo(7);
        assertThat(Bridge.filter(this, 7L, NUMBER)).isEqualTo(7L);
        assertThat(Bridge.filter(this, 7f, NUMBER)).isEqualTo(7f);
        assertThat(Bridge.filter(this, 7d, NUMBER)).isEqualTo(7d);
    }

    @Test
    void aFilterIsAskedForOnce() {
        MethodHandle nine =
                MethodHandles.dropArguments(MethodHandles.constant(int.class, 9), 0, Object.class, int.class);
        Bridge.connect(recording(table(nine)));
        assertThat(Bridge.filter(this, 7, NUMBER)).isEqualTo(9);
        assertThat(Bridge.filter(null, 7, NUMBER)).isEqualTo(9);
        assertThat(calls).containsExactly("filter [" + NUMBER + "]");
    }

    @Test
    void aFilterThatIsKnownAllocatesNothing() {
        MethodHandle nine =
                MethodHandles.dropArguments(MethodHandles.constant(int.class, 9), 0, Object.class, int.class);
        Bridge.connect(recording(table(nine)));
        int reads = 100_000;
        assertThat(sumOfFiltered(reads)).isEqualTo(9 * reads);

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        int sum = sumOfFiltered(reads);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isEqualTo(9 * reads);
        assertThat(allocated).isLessThan(reads);
    }

    private int sumOfFiltered(int reads) {
        int sum = 0;
        for (int i = 0; i < reads; i++) {
            sum += Bridge.filter(this, 7, NUMBER);
        }
        return sum;
    }

    @Test
    void aFilterThatIsGoneIsAskedForAgain() {
        MethodHandle nine =
                MethodHandles.dropArguments(MethodHandles.constant(int.class, 9), 0, Object.class, int.class);
        AtomicReferenceArray<WeakReference<MethodHandle>> table = table(nine);
        Bridge.connect(recording(table));
        assertThat(Bridge.filter(this, 7, NUMBER)).isEqualTo(9);
        table.get(NUMBER).clear();
        assertThat(Bridge.filter(this, 7, NUMBER)).isEqualTo(7);
        assertThat(calls).hasSize(2);
    }

    @Test
    void aThreadWhoseStackIsExhaustedAsksForItsFilterAgain() {
        MethodHandle nine =
                MethodHandles.dropArguments(MethodHandles.constant(int.class, 9), 0, Object.class, int.class);
        Bridge.connect((operation, arguments) -> {
            if (calls.isEmpty()) {
                calls.add(operation);
                throw new StackOverflowError();
            }
            return table(nine);
        });
        assertThat(Bridge.filter(this, 7, NUMBER)).isEqualTo(7);
        assertThat(Bridge.filter(this, 7, NUMBER)).isEqualTo(9);
    }

    @Test
    void aFilterWhoseStackIsExhaustedSaysSo() {
        MethodHandle distress = MethodHandles.dropArguments(
                MethodHandles.insertArguments(
                        MethodHandles.throwException(int.class, StackOverflowError.class), 0, new StackOverflowError()),
                0,
                Object.class,
                int.class);
        Bridge.connect((operation, arguments) -> table(distress));
        assertThatThrownBy(() -> Bridge.filter(this, 7, NUMBER)).isInstanceOf(StackOverflowError.class);
    }

    /** As the agent has it; the filter is kept by whoever made it. */
    private static AtomicReferenceArray<WeakReference<MethodHandle>> table(MethodHandle filter) {
        AtomicReferenceArray<WeakReference<MethodHandle>> table = new AtomicReferenceArray<>(NUMBER + 1);
        table.set(NUMBER, new WeakReference<>(filter));
        return table;
    }

    @Test
    void onlyTheConstructorOfTheObjectsOwnClassReportsIt() {
        Bridge.connect(recording(null));
        Derived object = new Derived();
        Bridge.constructed(object, Base.class);
        assertThat(calls).isEmpty();
        Bridge.constructed(object, Derived.class);
        assertThat(calls).containsExactly("constructed [" + object + "]");
    }

    @Test
    void aConstructorThatAnotherOfItsClassCalledReportsNothing() {
        Bridge.connect(recording(null));
        Base object = new Base();
        Bridge.delegating(Base.class);
        Bridge.constructed(object, Base.class, Bridge.delegated(Base.class));
        assertThat(calls).isEmpty();
        Bridge.constructed(object, Base.class, Bridge.delegated(Base.class));
        assertThat(calls).containsExactly("constructed [" + object + "]");
    }

    @Test
    void aDelegationIsThatOfItsOwnClassAlone() {
        Bridge.delegating(Base.class);
        assertThat(Bridge.delegated(Derived.class)).isFalse();
    }

    @Test
    void callsOfTheApiArePassedOn() {
        Bridge.connect(recording(42L));
        assertThat(Bridge.call("version", new Object[] {"x"})).isEqualTo(42L);
        assertThat(calls).containsExactly("version [x]");
    }

    private BiFunction<String, Object[], Object> recording(Object answer) {
        return (operation, arguments) -> {
            calls.add(operation + " " + List.of(arguments));
            return answer;
        };
    }

    private static MethodHandle link(MethodType type) {
        return Bridge.link(MethodHandles.lookup(), "read", type, "size", BridgeTest.class, "I")
                .dynamicInvoker();
    }

    private static MethodHandle getter(MethodHandle getter) {
        return Bridge.getter(MethodHandles.lookup(), "read", MethodHandle.class, "size", getter, BridgeTest.class, "I");
    }
}
