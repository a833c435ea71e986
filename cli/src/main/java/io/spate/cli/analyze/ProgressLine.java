package io.spate.cli.analyze;

import io.spate.analysis.files.source.Progress;
import io.spate.metrics.Ticker;
import java.io.PrintStream;

/** Says every few seconds how far the reading of a long file has come. */
public final class ProgressLine implements Progress {
    private static final long EVERY_NANOS = 3_000_000_000L;
    private static final double MEGABYTE = 1e6;

    private final String name;
    private final PrintStream out;
    private final Ticker ticker;
    private long toldNanos;

    /** One for a file, from now on. */
    public ProgressLine(String name, PrintStream out, Ticker ticker) {
        this.name = name;
        this.out = out;
        this.ticker = ticker;
        this.toldNanos = ticker.nanoTime();
    }

    @Override
    public void read(long bytes, long total) {
        long now = ticker.nanoTime();
        if (now - toldNanos >= EVERY_NANOS) {
            toldNanos = now;
            out.printf(
                    "spate: reading %s: %.0f of %.0f MB (%d %%)%n",
                    name, bytes / MEGABYTE, total / MEGABYTE, 100 * bytes / Math.max(1, total));
        }
    }
}
