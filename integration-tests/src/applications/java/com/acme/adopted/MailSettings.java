package com.acme.adopted;

import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With MicroProfile's annotations; others read its fields. */
@SuppressWarnings("UnnecessaryQualifier") // Error Prone looks for an injection point
final class MailSettings {

    @ConfigProperty(name = "mail.size", defaultValue = "5")
    int size = 5;

    @ConfigProperty(name = "mail.limit")
    Optional<Integer> limit = Optional.empty();

    /** By its own name. */
    @ConfigProperty
    String banner = "own";
}
