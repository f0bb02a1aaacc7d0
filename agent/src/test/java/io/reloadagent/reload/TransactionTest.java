package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.bind.Change;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class TransactionTest {

    private static final String FIVE = "pool: {size: 5, name: a}";
    private static final String SIX = "pool: {size: 6, name: a}";

    @TempDir
    Path directory;

    private Reloading reloading;

    @BeforeEach
    void start() throws Exception {
        reloading = new Reloading(directory, FIVE);
        assertThat(reloading.size()).isEqualTo(5);
    }

    @AfterEach
    void stop() {
        reloading.close();
    }

    private void assertNothingHappened(Result result, Outcome outcome) {
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.version()).isEqualTo(1);
        assertThat(reloading.size()).isEqualTo(5);
    }

    @Test
    @DisplayName("A01 every module gets the changes, in the order of their names; the version grows by one")
    void applied() throws Exception {
        List.of("b", "c", "a").forEach(reloading::module);
        Result result = reloading.reload(SIX);
        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(result.version()).isEqualTo(2);
        assertThat(reloading.size()).isEqualTo(6);
        assertThat(reloading.calls).containsExactly("a pool.size 5->6", "b pool.size 5->6", "c pool.size 5->6");
    }

    @Test
    void modulesAreCalledInTheOrderThatTheyDeclareAndUndoneInReverse() throws Exception {
        reloading.module("a").order = 2;
        reloading.module("b").order = -1;
        reloading.module("c");
        TestModule last = reloading.module("d");
        last.order = 3;
        last.reload = context -> {
            throw new IllegalStateException("no");
        };
        assertNothingHappened(reloading.reload(SIX), Outcome.ROLLED_BACK);
        assertThat(reloading.calls)
                .extracting(call -> call.substring(0, call.indexOf(" pool")))
                .containsExactly("b", "c", "a", "d", "a back", "c back", "b back");
    }

    @Test
    void withoutRollBackTheVersionIsPublishedAndEveryModuleThatFailedIsNamed() throws Exception {
        try (Reloading keeping = Reloading.withoutRollback(directory, FIVE)) {
            assertThat(keeping.size()).isEqualTo(5);
            List.of("a", "c")
                    .forEach(name -> keeping.module(name).reload = context -> {
                        throw new IllegalStateException("no " + name);
                    });
            keeping.module("b");
            Result result = keeping.reload(SIX);
            assertThat(result.outcome()).isEqualTo(Outcome.INCOMPLETE);
            assertThat(result.version()).isEqualTo(2);
            assertThat(keeping.size()).isEqualTo(6);
            assertThat(result.failedModules()).containsExactly("a", "c");
            assertThat(result.message()).contains("1 change applied", "'a'", "no a", "'c'", "no c");
            assertThat(keeping.calls).containsExactly("a pool.size 5->6", "b pool.size 5->6", "c pool.size 5->6");
            assertThat(keeping.coordinator.state()).isEqualTo(State.DEGRADED);
            keeping.modules.unregister("a");
            keeping.modules.unregister("c");
            assertThat(keeping.reload(FIVE).outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(keeping.coordinator.state()).isEqualTo(State.READY);
        }
    }

    @Test
    @DisplayName(
            "A17 a callback that ends after it was given up leaves the module out of step: DEGRADED until a reload succeeds")
    void late() throws Exception {
        TestModule module = reloading.module("a");
        CountDownLatch end = new CountDownLatch(1);
        module.timeout = Duration.ofMillis(200);
        module.reload = context -> Uninterruptible.await(end);
        assertThat(reloading.reload(SIX).outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(reloading.coordinator.state()).isEqualTo(State.BACKING_OFF);
        end.countDown();
        await().until(() -> reloading.coordinator.state() == State.DEGRADED);
        assertThat(reloading.coordinator.health().isUp()).isFalse();

        module.reload = context -> {};
        module.timeout = null;
        assertThat(reloading.reload(SIX).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.coordinator.health().isUp()).isTrue();
    }

    @Test
    @DisplayName("A02 a module that cannot reload is left alone and named")
    void skipped() throws Exception {
        reloading.module("a").can = false;
        reloading.module("b");
        Result result = reloading.reload(SIX);
        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(result.skippedModules()).containsExactly("a");
        assertThat(reloading.calls).containsExactly("b pool.size 5->6");
    }

    @Test
    @DisplayName("A03 a failure is compensated in reverse, and later modules are never called")
    void rolledBack() throws Exception {
        reloading.module("a");
        reloading.module("b");
        reloading.module("c").reload = context -> {
            throw new IllegalStateException("no");
        };
        reloading.module("d");
        Result result = reloading.reload(SIX);
        assertNothingHappened(result, Outcome.ROLLED_BACK);
        assertThat(result.failedModule()).isEqualTo("c");
        assertThat(result.message()).contains("module 'c' threw java.lang.IllegalStateException: no");
        assertThat(result.problems())
                .extracting(Object::toString)
                .containsExactly("module 'c' threw java.lang.IllegalStateException: no");
        assertThat(reloading.calls)
                .containsExactly(
                        "a pool.size 5->6",
                        "b pool.size 5->6",
                        "c pool.size 5->6",
                        "b back pool.size 6->5",
                        "a back pool.size 6->5");
        await().untilAsserted(() -> assertThat(reloading.eventTypes())
                .containsSubsequence("reload.validated", "reload.failed", "reload.rolledback"));
    }

    @Test
    @DisplayName("A04 when nothing differs nobody is called, not even to be asked")
    void unchanged() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        TestModule module = reloading.module("a");
        module.validate = context -> asked.add("validate");
        module.timeout = Duration.ofSeconds(-1); // whoever asked for it would refuse
        assertNothingHappened(reloading.reload("# the same\n" + FIVE), Outcome.UNCHANGED);
        assertThat(asked).isEmpty();
        assertThat(reloading.calls).isEmpty();
    }

    @Test
    @DisplayName("A15 all modules that refuse are heard")
    void refusedByAll() throws Exception {
        for (String name : List.of("a", "b")) {
            reloading.module(name).validate = context -> {
                throw new IllegalArgumentException(name + " does not want it");
            };
        }
        reloading.module("c");
        Result result = reloading.reload(SIX);
        assertNothingHappened(result, Outcome.REFUSED);
        assertThat(result.problems()).extracting(Object::toString).hasSize(2);
        assertThat(result.message()).contains("a does not want it", "b does not want it");
        assertThat(result.failedModule()).isEqualTo("a");
        assertThat(reloading.calls).isEmpty();
    }

    @Test
    void aTimeoutThatIsNoneRefusesTheReload() throws Exception {
        reloading.module("a").timeout = Duration.ZERO;
        Result result = reloading.reload(SIX);
        assertNothingHappened(result, Outcome.REFUSED);
        String problem = "module 'a' returned reloadTimeout PT0S, which is not positive";
        assertThat(result.message()).isEqualTo("refused, version 1 stays: " + problem);
        assertThat(result.problems()).extracting(Object::toString).containsExactly(problem);
    }

    static List<Supplier<Throwable>> failures() {
        return List.of(
                IllegalStateException::new,
                Exception::new,
                AssertionError::new,
                StackOverflowError::new,
                () -> new NoSuchMethodError("gone"),
                () -> new OutOfMemoryError("not really"),
                InterruptedException::new);
    }

    @ParameterizedTest
    @DisplayName("A16 whatever a callback throws, the reload is rolled back and the next one works")
    @MethodSource("failures")
    void anyThrowable(Supplier<Throwable> failure) throws Exception {
        TestModule module = reloading.module("a");
        module.reload = context -> TransactionTest.<RuntimeException>sneak(failure.get());
        assertNothingHappened(reloading.reload(SIX), Outcome.ROLLED_BACK);
        module.reload = context -> {};
        assertThat(reloading.reload(SIX).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.size()).isEqualTo(6);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    @DisplayName("A17 a callback that never returns fails at its deadline; the next reload does not wait for it")
    void deadline() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        TestModule module = reloading.module("a");
        module.timeout = Duration.ofMillis(100);
        module.reload = context -> Uninterruptible.await(end);
        Result result = reloading.reload(SIX);
        assertNothingHappened(result, Outcome.ROLLED_BACK);
        assertThat(result.failedModule()).isEqualTo("a");
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(15));
        assertThat(reloading.setup.abandoned()).hasValue(1);
        module.reload = context -> {};
        assertThat(reloading.reload(SIX).outcome()).isEqualTo(Outcome.APPLIED);
        end.countDown();
        await().untilAtomic(
                        reloading.setup.abandoned(), count -> assertThat(count).isZero());
    }

    @Test
    @DisplayName("A18 a compensation that fails makes it degraded, and the others are compensated still")
    void degraded() throws Exception {
        reloading.module("a");
        reloading.module("b").compensate = context -> {
            throw new IllegalStateException("stuck");
        };
        reloading.module("c").reload = context -> {
            throw new IllegalStateException("no");
        };
        Result result = reloading.reload(SIX);
        assertNothingHappened(result, Outcome.DEGRADED);
        assertThat(result.outcome().isSuccess()).isFalse();
        assertThat(result.message()).contains("module 'c' threw", "not undone", "module 'b' threw", "stuck");
        assertThat(result.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "module 'c' threw java.lang.IllegalStateException: no",
                        "not undone: module 'b' threw java.lang.IllegalStateException: stuck");
        assertThat(reloading.calls).endsWith("b back pool.size 6->5", "a back pool.size 6->5");
    }

    @Test
    @DisplayName("A19 compensation gets a fresh deadline")
    void freshDeadline() throws Exception {
        reloading.close();
        reloading = new Reloading(directory, FIVE, Duration.ofMillis(300));
        assertThat(reloading.size()).isEqualTo(5);
        List<Duration> left = new CopyOnWriteArrayList<>();
        reloading.module("a").compensate = context -> left.add(context.timeLeft());
        reloading.module("b").reload = context -> new CountDownLatch(1).await();
        Result result = reloading.reload(SIX);
        assertNothingHappened(result, Outcome.ROLLED_BACK);
        assertThat(left).singleElement().satisfies(time -> assertThat(time).isPositive());
    }

    @Test
    @DisplayName("A28 a callback sees the candidate, all others the old values until the commit")
    void scope() throws Exception {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        TestModule module = reloading.module("a");
        module.validate = context -> seen.add(reloading.size());
        module.reload = context -> {
            seen.add(reloading.size());
            Thread other = new Thread(() -> seen.add(reloading.size()));
            other.start();
            other.join();
        };
        reloading.module("b").reload = context -> {
            throw new IllegalStateException();
        };
        module.compensate = context -> seen.add(reloading.size());
        reloading.reload(SIX);
        assertThat(seen).containsExactly(5, 6, 5, 5);
    }

    @Test
    @DisplayName("A17 a conversion that never returns fails at the deadline; the next reload does not wait for it")
    void conversionThatNeverReturns() throws Exception {
        reloading.close();
        reloading = new Reloading(directory, FIVE, Duration.ofSeconds(2));
        assertThat(reloading.size()).isEqualTo(5);
        reloading.readMode();
        CountDownLatch end = new CountDownLatch(1);
        Reloading.Mode.beforeEach = () -> Uninterruptible.await(end);
        Result result = reloading.reload("pool: {size: 6, name: a, mode: {name: fast}}");
        assertNothingHappened(result, Outcome.REFUSED);
        assertThat(result.message()).contains("the conversion of the values did not return in time");
        Reloading.Mode.beforeEach = () -> {};
        assertThat(reloading
                        .reload("pool: {size: 6, name: a, mode: {name: fast}}")
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
        end.countDown();
        await().untilAtomic(
                        reloading.setup.abandoned(), count -> assertThat(count).isZero());
    }

    @Test
    @DisplayName("a field that is read for the first time during a callback, and would change, is part of the reload")
    void firstReadDuringACallback() throws Exception {
        TestModule module = reloading.module("a");
        module.reload = context -> reloading.readLate();
        Result result = reloading.reload("pool: {size: 6, name: a}\nlate: {port: 7}");
        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.calls)
                .containsExactly("a pool.size 5->6", "a back pool.size 6->5", "a late.port null->7 pool.size 5->6");
        assertThat(reloading.readLate()).isEqualTo(7);
    }

    @Test
    @DisplayName("a field that is read for the first time during a callback, and does not fit, refuses the reload")
    void firstReadDuringACallbackOfWhatDoesNotFit() throws Exception {
        TestModule module = reloading.module("a");
        module.reload = context -> reloading.readLate();
        Result result = reloading.reload("pool: {size: 6, name: a}\nlate: {port: abc}");
        assertNothingHappened(result, Outcome.REFUSED);
        assertThat(result.message()).contains("late.port");
        assertThat(reloading.calls).containsExactly("a pool.size 5->6", "a back pool.size 6->5");
        assertThat(reloading.readLate()).isEqualTo(1);
    }

    @Test
    void theResultKeepsNoObjectOfTheApplication() throws Exception {
        reloading.readMode();
        Result result = reloading.reload("pool: {size: 6, name: a, mode: {name: fast}}");
        assertThat(result.changes()).extracting(Change::newValue).containsExactlyInAnyOrder("(Mode)", 6);
    }
}
