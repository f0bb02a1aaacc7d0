package io.reloadagent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The address of an agent")
class AgentUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:7099, http://127.0.0.1:7099/admin/status",
        "http://127.0.0.1:7099/, http://127.0.0.1:7099/admin/status",
        "HTTP://127.0.0.9:80, http://127.0.0.9:80/admin/status",
        "http://[::1]:7099, http://[::1]:7099/admin/status",
        "https://localhost:7099, https://localhost:7099/admin/status",
        "https://10.0.0.1:7099, https://10.0.0.1:7099/admin/status",
        "https://app.example.com:7099, https://app.example.com:7099/admin/status"
    })
    @DisplayName("is at this machine, or anywhere by https, with a port")
    void understood(String text, String resolved) throws WrongCallException {
        assertThat(AgentUrl.parse(text).resolve("/admin/status")).hasToString(resolved);
    }

    @Test
    @DisplayName("is not looked up when it is localhost, whatever a resolver would say")
    void localhost() throws WrongCallException {
        assertThat(AgentUrl.parse("http://localhost:7099")).hasToString("http://127.0.0.1:7099");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:7099",
                "http://10.0.0.1:7099",
                "http://example.com:7099",
                "http://127.0.0.1",
                "http://127.0.0.1:0",
                "http://127.0.0.1:99999",
                "http://user:word@127.0.0.1:7099",
                "http://127.0.0.1:7099/admin",
                "https://0.0.0.0:7099",
                "https://app.example.com",
                "https://app.example.com:0",
                "http://127.0.0.1:7099?a=b",
                "http://127.0.0.1:7099#a",
                "http://127.0.0.1.example.com:7099",
                "file:///etc/passwd",
                "ftp://127.0.0.1:21",
                "http://",
                "http:// 127.0.0.1:7099",
                ""
            })
    @DisplayName("is nothing else, and the refusal says what to write")
    void refused(String text) {
        assertThatThrownBy(() -> AgentUrl.parse(text))
                .isInstanceOf(WrongCallException.class)
                .hasMessageContaining("http://127.0.0.1:7099");
    }
}
