package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Waits for what the agent says of itself. */
final class Awaiting {

    private Awaiting() {}

    /** Waits until the agent is in a state. */
    static void state(AgentHttp http, String expected) {
        await(expected)
                .atMost(Application.PATIENCE)
                .untilAsserted(
                        () -> assertThat(http.status().path("state").asText()).isEqualTo(expected));
    }
}
