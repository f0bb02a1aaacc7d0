package com.acme.shop;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConstructorBinding;

/** A final class with final fields, bound by its constructor. */
@ConstructorBinding
@ConfigurationProperties("mail")
public final class MailProperties {

    private final String host;
    private final int port;
    private final Retry retry;

    public MailProperties(String host, int port, Retry retry) {
        this.host = host;
        this.port = port;
        this.retry = retry;
    }

    @Override
    public String toString() {
        return host + ":" + port + " " + retry;
    }

    /** In it another one. */
    public static final class Retry {

        private final int attempts;

        public Retry(int attempts) {
            this.attempts = attempts;
        }

        @Override
        public String toString() {
            return attempts + " times";
        }
    }
}
