package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.reloadagent.field.Cell;
import io.reloadagent.field.Linker;
import io.reloadagent.field.SiteType;
import io.reloadagent.field.Swap;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
class InstanceBindingsTest {

    /** A type of the application, which counts how often it is made. */
    static final class Size {

        private static int made;

        int units;

        Size() {
            made++;
        }
    }

    static class Pool {

        private static int limit = 1;

        private final String name;
        private int maxConns = 5;

        Pool(String name) {
            this.name = name;
        }
    }

    static final class LargePool extends Pool {

        private int spare = 9;

        LargePool(String name) {
            super(name);
        }
    }

    static final class Sized {

        private Size size;
        private int other = 3;
    }

    private static Rule rule(Class<?> type, String prefix) {
        return new Rule(new ClassPattern(type.getName()), Prefix.of(prefix), null, true);
    }

    private static Object read(Linker linker, Object instance, Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            String descriptor = SiteType.descriptorOf(field.getType());
            boolean erased = !SiteType.erase(descriptor).equals(descriptor);
            Class<?> passed = erased ? Object.class : field.getType();
            CallSite site = linker.link(name, MethodType.methodType(passed, Object.class, passed), type, descriptor);
            return site.dynamicInvoker().invoke(instance, field.get(instance));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private static Object maxConns(Linker linker, Pool pool) {
        return read(linker, pool, Pool.class, "maxConns");
    }

    private static Pool constructed(Linker linker, Pool pool) {
        linker.bindConstructed(pool, Pool.class);
        return pool;
    }

    @Test
    void instancesAreBoundByTheValuesOfTheirFields() throws Exception {
        Bound bound =
                new Bound("dbs: {orders: {max-conns: 10}, users: {max-conns: 20}}", rule(Pool.class, "dbs.${name}"));
        Linker linker = new Linker(bound.binder::describe);
        Pool early = new Pool("orders");
        assertThat(maxConns(linker, early)).isEqualTo(5);
        assertThat(maxConns(linker, constructed(linker, early))).isEqualTo(10);
        assertThat(maxConns(linker, constructed(linker, new Pool("users")))).isEqualTo(20);
        assertThat(maxConns(linker, constructed(linker, new LargePool("users"))))
                .isEqualTo(20);
        assertThat(maxConns(linker, constructed(linker, new Pool("others")))).isEqualTo(5);
        assertThat(bound.cell(Pool.class, "limit")).as("a static field").isNull();
        assertThat(bound.refused).isEmpty();
    }

    @Test
    void anInstanceWithoutAPathReadsItsOwnValuesAndIsSaidOnce() throws Exception {
        Bound bound = new Bound("dbs: {max-conns: 10, a: {max-conns: 20}}", rule(Pool.class, "dbs.${name}"));
        Linker linker = new Linker(bound.binder::describe);
        for (String name : Arrays.asList(null, "", "a..b", "a.")) {
            assertThat(maxConns(linker, constructed(linker, new Pool(name)))).isEqualTo(5);
        }
        assertThat(bound.refused)
                .singleElement()
                .asString()
                .contains("an instance of " + Pool.class.getName(), "dbs.${name}", "the field 'name' is null");
    }

    @Test
    void aFieldThatTheClassDoesNotHaveIsNamedWithTheNearest() throws Exception {
        Bound bound = new Bound("dbs: {max-conns: 10}", rule(LargePool.class, "dbs.${nam}"));
        Linker linker = new Linker(bound.binder::describe);
        LargePool pool = new LargePool("x");
        linker.bindConstructed(pool, LargePool.class);
        assertThat(read(linker, pool, LargePool.class, "spare")).isEqualTo(9);
        assertThat(bound.refused)
                .singleElement()
                .asString()
                .contains("the class has no field 'nam'; did you mean 'name'?");
    }

    @Test
    void onePathIsOneChangeHoweverManyInstancesItHas() throws Exception {
        Bound bound =
                new Bound("dbs: {orders: {max-conns: 10}, users: {max-conns: 20}}", rule(Pool.class, "dbs.${name}"));
        Linker linker = new Linker(bound.binder::describe);
        Pool one = constructed(linker, new Pool("orders"));
        Pool two = constructed(linker, new Pool("orders"));
        Pool three = constructed(linker, new Pool("users"));
        ChangeSet changes = bound.apply("dbs: {orders: {max-conns: 11}, users: {max-conns: 21}, more: {max-conns: 1}}");
        assertThat(Bound.values(changes))
                .containsOnly(
                        Map.entry("dbs.orders.max_conns", List.of(10, 11)),
                        Map.entry("dbs.users.max_conns", List.of(20, 21)));
        assertThat(changes.restartRequired())
                .as("an instance of that name may come")
                .isEmpty();
        assertThat(maxConns(linker, one)).isEqualTo(11);
        assertThat(maxConns(linker, two)).isEqualTo(11);
        assertThat(maxConns(linker, three)).isEqualTo(21);
        assertThat(maxConns(linker, constructed(linker, new Pool("more")))).isEqualTo(1);
    }

    @Test
    void oneBadValueRefusesAllAndOneThatIsBadFromTheStartToo() throws Exception {
        Bound bound =
                new Bound("dbs: {orders: {max-conns: 10}, users: {max-conns: many}}", rule(Pool.class, "dbs.${name}"));
        Linker linker = new Linker(bound.binder::describe);
        Pool orders = constructed(linker, new Pool("orders"));
        Pool users = constructed(linker, new Pool("users"));
        assertThat(maxConns(linker, users)).isEqualTo(5);
        assertThat(bound.refused).singleElement().asString().contains("dbs.users.max_conns", "app.yaml:1:");
        assertThatThrownBy(() -> bound.compare("dbs: {orders: {max-conns: 11}, users: {max-conns: many}}"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("dbs.users.max_conns");
        assertThat(maxConns(linker, orders)).isEqualTo(10);
    }

    @Test
    void aBindingDuringASwapGetsTheCandidatesValueAndStopsTheCommit() throws Exception {
        Bound bound =
                new Bound("dbs: {orders: {max-conns: 10}, users: {max-conns: 20}}", rule(Pool.class, "dbs.${name}"));
        Linker linker = new Linker(bound.binder::describe);
        constructed(linker, new Pool("orders"));
        ChangeSet changes = bound.compare("dbs: {orders: {max-conns: 11}, users: {max-conns: 21}}");
        Swap swap =
                Swap.open(bound.versions, changes.seen(), changes.document(), changes.overrides(), changes.resets());
        Pool users = constructed(linker, new Pool("users"));
        assertThat(maxConns(linker, users)).isEqualTo(20);
        assertThat(swap.commit()).as("nobody has accepted the change of users").isNull();
        swap.withdraw();
        bound.apply("dbs: {orders: {max-conns: 11}, users: {max-conns: 21}}");
        assertThat(maxConns(linker, users)).isEqualTo(21);
    }

    @Test
    void thePathThatTheClassHasAnywayNeedsNoLookUp() throws Exception {
        Bound bound = new Bound("pool: {max-conns: 10}", rule(Pool.class, "pool"));
        Linker linker = new Linker(bound.binder::describe);
        Pool pool = new Pool("x");
        assertThat(maxConns(linker, pool)).isEqualTo(10);
        Cell cell = bound.cell(Pool.class, "maxConns");
        assertThat(linker.bind(pool, "pool")).isTrue();
        bound.apply("pool: {max-conns: 11}");
        assertThat(maxConns(linker, pool)).isEqualTo(11);
        assertThat(bound.binder.unset()).containsExactlyInAnyOrder("pool.limit", "pool.name");
        assertThat(bound.versions.current().overrides(cell)).isTrue();
    }

    @Test
    void inheritedFieldsAreBoundWithTheirInstance() throws Exception {
        Bound bound = new Bound(
                "large: {max-conns: 50, spare: 7}, pool: {max-conns: 10}".replace(", pool", "\npool"),
                rule(Pool.class, "pool"),
                rule(LargePool.class, "pool.large"));
        Linker linker = new Linker(bound.binder::describe);
        LargePool pool = new LargePool("x");
        assertThat(linker.bind(pool, "large")).isTrue();
        assertThat(maxConns(linker, pool)).isEqualTo(50);
        assertThat(read(linker, pool, LargePool.class, "spare")).isEqualTo(7);
        linker.bind(pool, null);
        assertThat(maxConns(linker, pool)).isEqualTo(10);
        assertThat(read(linker, pool, LargePool.class, "spare")).isEqualTo(9);
        assertThat(linker.bind(new Object(), "large")).isFalse();
    }

    @Test
    void valuesOfTheApplicationsTypesAreNotMadeBeforeTheirFieldIsRead() throws Exception {
        Bound bound = new Bound("sized: {other: 1}\na: {size: {units: 4}, other: 2}", rule(Sized.class, "sized"));
        Linker linker = new Linker(bound.binder::describe);
        Sized sized = new Sized();
        int before = Size.made;
        linker.bind(sized, "a");
        assertThat(read(linker, sized, Sized.class, "other")).isEqualTo(2);
        assertThat(Size.made).isEqualTo(before);
        assertThat(((Size) read(linker, sized, Sized.class, "size")).units).isEqualTo(4);
        Sized later = new Sized();
        linker.bind(later, "a");
        assertThat(((Size) read(linker, later, Sized.class, "size")).units).isEqualTo(4);
    }

    @Test
    void whatNoLivingInstanceIsBoundToIsForgotten() throws Exception {
        Bound bound = new Bound("dbs: {orders: {max-conns: 10}}", rule(Pool.class, "dbs.${name}"));
        Linker linker = new Linker(bound.binder::describe);
        assertThat(maxConns(linker, constructed(linker, new Pool("orders")))).isEqualTo(10);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return bound.compare("dbs: {orders: {max-conns: 11}}").isEmpty();
        });
        assertThat(maxConns(linker, constructed(linker, new Pool("orders")))).isEqualTo(10);
    }

    @Test
    void prefixesAreWrittenWithNamesBetweenBraces() {
        Prefix prefix = Prefix.of("a.${b}-x.${c}");
        assertThat(prefix.fields()).containsExactly("b", "c");
        assertThat(prefix.path(String::toUpperCase)).hasToString("a.b_x.c");
        assertThat(prefix.common()).hasToString("a");
        assertThat(prefix.below(Path.of("a.1-x.2.size"))).hasToString("size");
        assertThat(prefix.below(Path.of("b.1.2.size"))).isNull();
        assertThat(prefix.below(Path.of("a.1"))).isNull();
        for (String wrong : List.of("a.${b", "a.${}", "a..${b}", "${a${b}}")) {
            assertThatThrownBy(() -> Prefix.of(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'");
        }
    }
}
