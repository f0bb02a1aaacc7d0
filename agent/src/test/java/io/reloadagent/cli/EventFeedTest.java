package io.reloadagent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A feed of events")
class EventFeedTest {

    private static EventFeed feed(String text) {
        return EventFeed.of(new StringReader(text));
    }

    @Test
    @DisplayName("has the data of each event, and nothing of signs of life")
    void data() throws IOException {
        EventFeed feed =
                feed("retry: 3000\n\nid: 1\nevent: a\ndata: {\"a\":1}\n\n: still there\n\ndata:2\r\ndata: 3\r\n\r\n");
        assertThat(feed.next()).isEqualTo("{\"a\":1}");
        assertThat(feed.next()).isEqualTo("2\n3");
        assertThat(feed.next()).isNull();
    }

    @Test
    @DisplayName("drops an event that was cut off")
    void cutOff() throws IOException {
        assertThat(feed("data: {\"a\":1}\n").next()).isNull();
        assertThat(feed("data: {\"a\"").next()).isNull();
    }

    @Test
    @DisplayName("takes no line without end")
    void endless() {
        assertThatThrownBy(() -> feed("data: " + "x".repeat(1 << 20)).next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1048576 characters");
    }

    @Test
    @DisplayName("is shown a line an event: the time, the reload in short, the type, and the rest")
    void line() throws IOException {
        EventText text = new EventText(new ObjectMapper().readTree("""
                {"type": "reload.failed", "time": "2026-11-22T12:00:00Z",
                 "data": {"reloadID": "5199a02e-1234", "error": "refused", "failedModule": null}}"""));
        assertThat(text).hasToString("2026-11-22T12:00:00Z  5199a02e  reload.failed  error=refused");
        assertThat(text.isFailure()).isTrue();
    }
}
