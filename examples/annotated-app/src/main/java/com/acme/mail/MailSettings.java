package com.acme.mail;

import io.reloadagent.api.Dynamic;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;

/** What the mailer is told: the values below, or what the agent's source holds under {@code mail}. */
@Dynamic("mail")
class MailSettings {

    private String sender = "nobody@acme.example";
    private boolean paused = false;
    private Set<String> blockedDomains = Collections.emptySet();
    private Duration summaryEvery = Duration.ofSeconds(3);

    String sender() {
        return sender;
    }

    boolean isPaused() {
        return paused;
    }

    boolean isBlocked(String recipient) {
        return blockedDomains.contains(recipient.substring(recipient.indexOf('@') + 1));
    }

    Duration summaryEvery() {
        return summaryEvery;
    }

    @Override
    public String toString() {
        return "sender " + sender + (paused ? ", paused" : ", running") + ", blocked " + blockedDomains;
    }
}
