package io.spate.cli.locust;

import io.spate.locust.host.HostLog;
import io.spate.metrics.Ticker;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Messages and tables, as Locust's logging writes them. Any thread. */
final class LocustConsole implements HostLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());

    private final PrintStream stream;
    private final String host;
    private final Ticker ticker;

    LocustConsole(PrintStream stream, String host, Ticker ticker) {
        this.stream = stream;
        this.host = host;
        this.ticker = ticker;
    }

    @Override
    public synchronized void log(String level, String logger, String message) {
        stream.print(
                "[%s] %s/%s/%s: %s\n"
                        .formatted(TIME.format(ticker.instant()), host, level, logger, message));
        stream.flush();
    }

    /** Lines without anything before them. */
    synchronized void plain(List<String> lines) {
        lines.forEach(it -> stream.print(it + "\n"));
        stream.flush();
    }
}
