package com.acme.shop;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** A record, bound by its constructor. */
@ConfigurationProperties("mail")
public record MailProperties(String host, int port, Retry retry) {

    @Override
    public String toString() {
        return host + ":" + port + " " + retry;
    }

    /** In it another one. */
    public record Retry(int attempts) {

        @Override
        public String toString() {
            return attempts + " times";
        }
    }
}
