package io.reloadagent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The words of a call")
class WordsTest {

    @Test
    @DisplayName("begin with a process if there is one more than the verb takes")
    void process() throws WrongCallException {
        Words diff = Words.of(List.of("4711", "3", "7"), 2);
        assertThat(diff.pid()).isEqualTo("4711");
        assertThat(diff.version(0)).isEqualTo(3);
        assertThat(diff.version(1)).isEqualTo(7);
        assertThat(Words.of(List.of("3", "7"), 2).pid()).isNull();
        assertThat(Words.of(null, 1).get(0)).isNull();
        assertThatThrownBy(() -> Words.of(List.of("x"), 1).version(0))
                .isInstanceOf(WrongCallException.class)
                .hasMessageContaining("'x'");
    }

    @Test
    @DisplayName("have a process that is a number")
    void number() throws WrongCallException {
        assertThat(ProcessNumber.parse("4711")).isEqualTo(4711);
        for (String wrong : List.of("0", "-1", "all", "12345678901", "")) {
            assertThatThrownBy(() -> ProcessNumber.parse(wrong)).isInstanceOf(WrongCallException.class);
        }
    }

    @Test
    @DisplayName("for the agent have files by their absolute names, each on a line, so that a comma is no end")
    void arguments() throws WrongCallException {
        String arguments = AgentArguments.of(null, "a,b.yaml", Map.of("http.token-file", "token"))
                .toString();
        assertThat(arguments)
                .isEqualTo("source=" + Path.of("a,b.yaml").toAbsolutePath() + "\nhttp.token-file="
                        + Path.of("token").toAbsolutePath() + "\n");
        assertThatThrownBy(() -> AgentArguments.of(null, null, Map.of("log.level", "debug")))
                .isInstanceOf(WrongCallException.class)
                .hasMessageContaining("--config FILE or --source FILE");
        assertThatThrownBy(() -> AgentArguments.of("a", null, Map.of("config", "b")))
                .isInstanceOf(WrongCallException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> AgentArguments.of("a", null, Map.of("log.level", "x\nhttp.address=y")))
                .isInstanceOf(WrongCallException.class)
                .hasMessageContaining("line feed");
    }
}
