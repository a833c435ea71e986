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

    /** A line. */
    public record Line(Instant at, String level, String text) {}

    /**
     * Some lines.
     *
     * @param next what to ask for to get those that come after them
     */
    public record View(long next, List<Line> lines) {}

    synchronized void add(Line line) {
        lines.addLast(line);
        next++;
        if (lines.size() > LINES_MAX) {
            lines.removeFirst();
        }
    }

    /** The lines from one on, counted from 0. */
    synchronized View after(long from) {
        long first = next - lines.size();
        return new View(next, lines.stream().skip(Math.max(0, from - first)).toList());
    }
}
