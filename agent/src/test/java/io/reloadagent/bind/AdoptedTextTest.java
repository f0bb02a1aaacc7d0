package io.reloadagent.bind;

import static io.reloadagent.adopt.AdoptedAnnotation.MICROPROFILE_CONFIG_PROPERTY;
import static io.reloadagent.adopt.AdoptedAnnotation.SPRING_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of an adopted annotation")
class AdoptedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${a.maxConns} | a.max_conns",
                "${a:1} | a",
                "${a:} | a",
                "' ${ a : 1 } ' | a",
                "${a:b:c} | a",
                "${a:${b:1}} | a",
            })
    @DisplayName("names the key of a placeholder")
    void placeholder(String text, String path) {
        assertThat(AdoptedText.path(SPRING_VALUE, text, null)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "${}",
                "${:1}",
                "${a",
                "${a}-${b}",
                "x${a}",
                "${${a}}",
                "${${a}.b}",
                "#{1 + 1}",
                "#{'${a}'}",
                "${a..b}",
            })
    @DisplayName("names nothing if it is anything else, or more")
    void nothing(String text) {
        assertThat(AdoptedText.path(SPRING_VALUE, text, null)).isNull();
    }

    @Test
    @DisplayName("is a key, or left to the name of the field, as MicroProfile has it")
    void key() {
        String owner = AdoptedText.ownerOf("com.acme.Main$Mail", "maxSize");
        assertThat(AdoptedText.path(MICROPROFILE_CONFIG_PROPERTY, "mail.size", owner))
                .hasToString("mail.size");
        assertThat(AdoptedText.path(MICROPROFILE_CONFIG_PROPERTY, "", owner))
                .hasToString("com.acme.main.mail.max_size");
    }

    @Test
    @DisplayName("is a prefix, or says that there is none, or cannot become a path")
    void prefix() {
        assertThat(AdoptedText.prefix("shop.orders")).hasToString("shop.orders");
        assertThat(AdoptedText.prefix("")).hasToString("");
        assertThat(AdoptedText.prefix("org.eclipse.microprofile.config.configproperties.unconfiguredprefix"))
                .hasToString("");
        assertThat(AdoptedText.prefix("shop..orders")).isNull();
    }
}
