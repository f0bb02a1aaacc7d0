package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I",
                "Z",
                "[J",
                "[[D",
                "Ljava/lang/String;",
                "[Ljava/lang/String;",
                "Ljava/util/concurrent/TimeUnit;",
                "Ljava/time/Duration;",
                "Ljava/math/BigDecimal;"
            })
    void typesThatEveryReaderSeesPassAsWhatTheyAre(String descriptor) {
        assertThat(SiteType.erase(descriptor)).isEqualTo(descriptor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Lcom/acme/Mode;", "[Lcom/acme/Mode;", "[[Lcom/acme/Mode;", "LMode;", "Ljavax/sql/DataSource;"})
    void otherTypesPassAsObjects(String descriptor) {
        assertThat(SiteType.erase(descriptor)).isEqualTo("Ljava/lang/Object;");
    }

    @Test
    void descriptorsAreThoseOfTheClassFile() {
        assertThat(SiteType.descriptorOf(int.class)).isEqualTo("I");
        assertThat(SiteType.descriptorOf(long[][].class)).isEqualTo("[[J");
        assertThat(SiteType.descriptorOf(Map.Entry.class)).isEqualTo("Ljava/util/Map$Entry;");
        assertThat(SiteType.descriptorOf(String[].class)).isEqualTo("[Ljava/lang/String;");
    }

    @Test
    void sitesOfInstancesGetTheInstanceToo() {
        assertThat(SiteType.of(int.class, true)).isEqualTo(MethodType.methodType(int.class, int.class));
        assertThat(SiteType.of(Sample.Mode.class, false))
                .isEqualTo(MethodType.methodType(Object.class, Object.class, Object.class));
    }
}
