package io.spate.metrics;

/**
 * An error of the user's script that ended an iteration.
 *
 * @param scenario where it happened
 * @param message what went wrong, in one line
 * @param trace the script's own stack, with lines; empty where there is none
 */
public record ScriptError(String scenario, String message, String trace) {}
