package io.spate.web.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of the log. Safe for threads. */
public final class Logs {
    static final int LINES_MAX = 2_000;

    private final Deque<Line> lines = new ArrayDeque<>();
    private long next;

    /**
     * A line.
     *
     * @param number from 0 on, growing by 1: a line that came as an event and in a {@link View} is
     *     known by it
     */
    public record Line(long number, Instant at, String level, String text) {}

    /**
     * Some lines.
     *
     * @param next what to ask for to get those that come after them
     */
    public record View(long next, List<Line> lines) {}

    synchronized Line add(Instant at, String level, String text) {
        var line = new Line(next++, at, level, text);
        lines.addLast(line);
        if (lines.size() > LINES_MAX) {
            lines.removeFirst();
        }
        return line;
    }

    /** The lines from one on, counted from 0. */
    synchronized View after(long from) {
        long first = next - lines.size();
        return new View(next, lines.stream().skip(Math.max(0, from - first)).toList());
    }
}
