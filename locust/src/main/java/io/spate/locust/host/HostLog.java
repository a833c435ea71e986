package io.spate.locust.host;

/** Takes what scripts and their users have to say. Called on the loop's thread. */
@FunctionalInterface
public interface HostLog {
    /**
     * Takes a message.
     *
     * @param level as in Python: {@code INFO}
     * @param logger who says it: {@code locust.main}
     */
    void log(String level, String logger, String message);
}
