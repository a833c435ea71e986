package io.spate.siege.config;

/** How long a siege goes on. */
public sealed interface Amount {

    /**
     * For a time.
     *
     * @param seconds above 0
     */
    record Time(int seconds) implements Amount {}

    /**
     * Until each user has requested so many URLs of the list.
     *
     * @param count above 0
     */
    record Repetitions(int count) implements Amount {}

    /** Until each user has gone through the list once. */
    record Once() implements Amount {}

    /** Until somebody ends it. */
    record Endless() implements Amount {}
}
