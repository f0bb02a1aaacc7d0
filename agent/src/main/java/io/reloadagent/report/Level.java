package io.reloadagent.report;

/** How much a line of the log matters, from the least to the most. */
public enum Level {
    /** Every step; for the agent's own developers. */
    TRACE,
    /** What explains a decision of the agent. */
    DEBUG,
    /** What an operator wants to find in the log afterwards. */
    INFO,
    /** Something was refused or does not work; the application is unaffected. */
    WARN,
    /** A part of the agent, or all of it, is out of work; the application is unaffected. */
    ERROR
}
