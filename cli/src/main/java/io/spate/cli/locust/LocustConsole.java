package io.spate.cli.locust;

import io.spate.locust.host.HostLog;
import io.spate.metrics.Ticker;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/** Messages and tables, as Locust's logging writes them. Any thread. */
final class LocustConsole implements HostLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());

    /** As many as Locust's page shows. */
    private static final int LINES_MAX = 500;

    private final Deque<String> lines = new ArrayDeque<>();
    private final PrintStream stream;
    private final String host;
    private final Ticker ticker;
    private volatile BiConsumer<String, String> listener = (_, _) -> {};

    LocustConsole(PrintStream stream, String host, Ticker ticker) {
        this.stream = stream;
        this.host = host;
        this.ticker = ticker;
    }

    @Override
    public void log(String level, String logger, String message) {
        var line =
                "[%s] %s/%s/%s: %s"
                        .formatted(TIME.format(ticker.instant()), host, level, logger, message);
        synchronized (this) {
            stream.print(line + "\n");
            stream.flush();
            lines.addLast(line);
            if (lines.size() > LINES_MAX) {
                lines.removeFirst();
            }
        }
        listener.accept(level, message);
    }

    /** Has somebody know of each message. */
    void tell(BiConsumer<String, String> who) {
        listener = who;
    }

    /** The last messages, as they were written. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Lines without anything before them. */
    synchronized void plain(List<String> lines) {
        lines.forEach(it -> stream.print(it + "\n"));
        stream.flush();
    }
}
