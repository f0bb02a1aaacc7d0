package com.acme.loggers;

import java.util.logging.LogManager;

/** A manager of an application server, that must come before anybody asks for the JDK's. */
public final class Tailored extends LogManager {}
