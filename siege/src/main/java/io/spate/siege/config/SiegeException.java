package io.spate.siege.config;

import java.io.Serial;
import java.util.List;

/** What is wrong with a command line, a configuration or a list of URLs: all of it at once. */
public final class SiegeException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // What List.copyOf makes can be written.
    private final List<String> problems;

    /**
     * Problems.
     *
     * @param problems each starts with its place: {@code urls.txt:3: ...}
     */
    public SiegeException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** A line each. */
    public List<String> problems() {
        return problems;
    }
}
