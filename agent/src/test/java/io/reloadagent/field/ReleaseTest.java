package io.reloadagent.field;

import static io.reloadagent.field.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class ReleaseTest {

    private static final MethodType INT = MethodType.methodType(int.class, Object.class, int.class);

    private final Versions versions = new Versions("basis 1");
    private Cell number;
    private final Linker linker = new Linker(type -> (name, descriptor) -> number);

    @BeforeEach
    void registerCell() throws NoSuchFieldException {
        number = versions.cell(Sample.field("anInt"));
        Reads.register(versions, number, 5);
    }

    private CallSite link() {
        return linker.link("anInt", INT, Sample.class, "I");
    }

    @Test
    void theOwnValueIsReadAgainOpenAndSettled() throws Throwable {
        for (boolean settled : List.of(false, true)) {
            Versions some = new Versions("basis 1");
            Cell cell = some.cell(Sample.field("anInt"));
            Reads.register(some, cell, 5);
            Linker own = new Linker(type -> (name, descriptor) -> cell);
            CallSite site = own.link("anInt", INT, Sample.class, "I");
            if (settled) {
                Reads.settle(some, List.of(cell));
            }
            assertThat((int) site.dynamicInvoker().invoke(new Object(), 1)).isEqualTo(5);
            own.release(some);
            assertThat((int) site.dynamicInvoker().invoke(new Object(), 1)).isEqualTo(1);
        }
    }

    @Test
    void theOwnValueIsReadInAPinnedScopeToo() {
        link();
        try (Pin pin = versions.pin()) {
            Reads.open(versions, "basis 2", number, 6).commit();
            assertThat(read(number, 1)).isEqualTo(5);
            linker.release(versions);
            assertThat(read(number, 1)).isEqualTo(1);
        }
    }

    @Test
    void readsThatAreLinkedLaterAreOfTheOwnValue() throws NoSuchFieldException {
        assertThat(link()).isInstanceOf(MutableCallSite.class);
        linker.release(versions);
        assertThat(link()).isInstanceOf(ConstantCallSite.class);

        Cell late = versions.cell(Sample.field("aLong"));
        Reads.register(versions, late, 7L);
        assertThat(read(late, 1L)).isEqualTo(1L);
    }

    @Test
    void settlingLaterMakesNoDifference() {
        link();
        linker.release(versions);
        Reads.settle(versions, List.of(number));
        assertThat(read(number, 1)).isEqualTo(1);
    }
}
