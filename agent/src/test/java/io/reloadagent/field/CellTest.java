package io.reloadagent.field;

import static io.reloadagent.field.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellTest {

    private final Versions versions = new Versions("basis 1");

    @ParameterizedTest
    @MethodSource("io.reloadagent.field.Sample#fields")
    void aCellThatIsNotRegisteredReadsTheFieldsOwnValue(Field field) {
        Cell cell = versions.cell(field);
        assertThat(read(cell, Sample.own(field))).isEqualTo(Sample.own(field));
    }

    @ParameterizedTest
    @MethodSource("io.reloadagent.field.Sample#fields")
    void withoutAnOverrideTheFieldsOwnValueIsReadOpenAndSettled(Field field) {
        Cell cell = versions.cell(field);
        Reads.registerWithout(versions, cell);
        assertThat(read(cell, Sample.own(field))).isEqualTo(Sample.own(field));
        Reads.settle(versions, List.of(cell));
        assertThat(read(cell, Sample.own(field))).isEqualTo(Sample.own(field));
        assertThat(versions.current().overrides(cell)).isFalse();
        assertThat(versions.current().override(cell)).isNull();
    }

    @ParameterizedTest
    @MethodSource("io.reloadagent.field.Sample#fields")
    void anOverrideIsReadOpenAndSettled(Field field) {
        Cell cell = versions.cell(field);
        Reads.register(versions, cell, Sample.override(field));
        assertThat(read(cell, Sample.own(field))).isEqualTo(Sample.override(field));
        Reads.settle(versions, List.of(cell));
        assertThat(read(cell, Sample.own(field))).isEqualTo(Sample.override(field));
        assertThat(versions.current().override(cell)).isEqualTo(Sample.override(field));
    }

    @ParameterizedTest
    @MethodSource("io.reloadagent.field.Sample#fields")
    void aSwapExchangesTheOverrideEvenForNull(Field field) {
        Cell cell = versions.cell(field);
        Reads.register(versions, cell, Sample.override(field));
        Reads.settle(versions, List.of(cell));
        Reads.open(versions, "basis 2", cell, Sample.secondOverride(field)).commit();
        assertThat(read(cell, Sample.own(field))).isEqualTo(Sample.secondOverride(field));
        assertThat(versions.current().overrides(cell)).isTrue();
        assertThat(versions.current().override(cell)).isEqualTo(Sample.secondOverride(field));
        cell.open();
        assertThat(read(cell, Sample.own(field))).isEqualTo(Sample.secondOverride(field));
    }

    @ParameterizedTest
    @MethodSource("io.reloadagent.field.Sample#fields")
    void aResetGivesTheFieldsOwnValueBack(Field field) {
        Cell cell = versions.cell(field);
        Reads.register(versions, cell, Sample.override(field));
        Swap.open(versions, versions.current(), "basis 2", Map.of(), List.of(cell))
                .commit();
        assertThat(read(cell, Sample.own(field))).isEqualTo(Sample.own(field));
        cell.open();
        assertThat(read(cell, Sample.own(field))).isEqualTo(Sample.own(field));
    }

    @ParameterizedTest
    @MethodSource("io.reloadagent.field.Sample#fields")
    void theSiteHasTheTypeThatReadersAreRewrittenFor(Field field) {
        String type = SiteType.erase(SiteType.descriptorOf(field.getType()));
        assertThat(versions.cell(field).site().type().toMethodDescriptorString())
                .isIn("(" + type + ")" + type, "(Ljava/lang/Object;" + type + ")" + type);
    }
}
