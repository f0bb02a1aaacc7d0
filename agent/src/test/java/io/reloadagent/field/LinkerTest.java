package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkerTest {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    interface Limits {
        Integer MAXIMUM = Integer.valueOf(10);
    }

    interface MoreLimits extends Limits {}

    static class Base {
        int size = 1;
        static int count = 1;
        int hidden = 1;
    }

    @SuppressWarnings("HidingField")
    static class Derived extends Base implements MoreLimits {
        long hidden = 2;
    }

    record Point(int x) {}

    private final Versions versions = new Versions("basis");
    private final List<Class<?>> described = new ArrayList<>();
    private final Map<String, Cell> cells = new HashMap<>();
    private final Linker linker = new Linker(this::describe);

    /** Every field is dynamic but "count"; its override is a hundred. */
    private DynamicClass describe(Class<?> type) {
        described.add(type);
        for (Field field : type.getDeclaredFields()) {
            if (!field.getName().equals("count")) {
                Cell cell = versions.cell(field);
                Reads.register(versions, cell, field.getType() == long.class ? (Object) 100L : (Object) 100);
                cells.put(type.getName() + field.getName() + SiteType.descriptorOf(field.getType()), cell);
            }
        }
        return (name, descriptor) -> cells.get(type.getName() + name + descriptor);
    }

    @Test
    void aReadIsLinkedToTheClassThatDeclaresTheField() throws Throwable {
        CallSite site = linkInstance("size", Derived.class);
        assertThat((int) site.dynamicInvoker().invoke(new Derived(), 1)).isEqualTo(100);
        assertThat(described).containsExactly(Base.class);
    }

    @Test
    void allReadsOfAFieldShareASite() {
        assertThat(linkInstance("size", Derived.class)).isSameAs(linkInstance("size", Base.class));
        assertThat(described).hasSize(1);
    }

    @Test
    void fieldsOfInterfacesAreFoundThroughTheClassThatImplementsThem() throws Throwable {
        MethodType type = MethodType.methodType(Integer.class, Integer.class);
        CallSite site = linker.link("MAXIMUM", type, Derived.class, "Ljava/lang/Integer;");
        assertThat((Integer) site.dynamicInvoker().invokeExact((Integer) 10)).isEqualTo(100);
        assertThat(described).containsExactly(Limits.class);
    }

    @Test
    void aFieldThatHidesAnotherIsToldApartByItsDescriptor() throws Throwable {
        linkInstance("hidden", Derived.class);
        assertThat(described).containsExactly(Base.class);
        MethodType type = MethodType.methodType(long.class, Object.class, long.class);
        CallSite site = linker.link("hidden", type, Derived.class, "J");
        assertThat((long) site.dynamicInvoker().invoke(new Derived(), 2L)).isEqualTo(100L);
        assertThat(described).containsExactly(Base.class, Derived.class);
    }

    @Test
    void anUnknownFieldKeepsTheValueRead() throws Throwable {
        CallSite site = linkInstance("unknown", Derived.class);
        assertThat((int) site.dynamicInvoker().invoke(new Derived(), 7)).isEqualTo(7);
        assertThat(described).isEmpty();
    }

    @Test
    void aFieldThatIsNotDynamicKeepsTheValueRead() throws Throwable {
        CallSite site = linker.link("count", MethodType.methodType(int.class, int.class), Base.class, "I");
        assertThat((int) site.dynamicInvoker().invoke(7)).isEqualTo(7);
    }

    @Test
    void theGetterOfADynamicFieldFollowsIt() throws Throwable {
        MethodHandle plain = LOOKUP.findGetter(Point.class, "x", int.class);
        MethodHandle getter = linker.getter("x", plain, Point.class, "I");
        assertThat(getter.type()).isEqualTo(plain.type());
        assertThat((int) getter.invokeExact(new Point(3))).isEqualTo(100);
        Swap.open(versions, versions.current(), "next", Map.of(), cells.values())
                .commit();
        assertThat((int) getter.invokeExact(new Point(3))).isEqualTo(3);
    }

    @Test
    void theGetterOfAStaticFieldFollowsItToo() throws Throwable {
        MethodHandle plain = LOOKUP.findStaticGetter(Limits.class, "MAXIMUM", Integer.class);
        MethodHandle getter = linker.getter("MAXIMUM", plain, Limits.class, "Ljava/lang/Integer;");
        assertThat(getter.type()).isEqualTo(plain.type());
        assertThat((Integer) getter.invokeExact()).isEqualTo(100);
    }

    @Test
    void theGetterOfAnotherFieldStays() throws ReflectiveOperationException {
        MethodHandle plain = LOOKUP.findStaticGetter(Base.class, "count", int.class);
        assertThat(linker.getter("count", plain, Base.class, "I")).isSameAs(plain);
    }

    private CallSite linkInstance(String name, Class<?> owner) {
        return linker.link(name, MethodType.methodType(int.class, Object.class, int.class), owner, "I");
    }
}
