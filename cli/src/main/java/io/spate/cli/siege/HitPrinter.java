package io.spate.cli.siege;

import io.spate.http.HttpResponse;
import io.spate.metrics.Ticker;
import io.spate.siege.config.Settings;
import io.spate.siege.run.Link;
import io.spate.siege.run.Watcher;
import io.spate.siege.text.Hit;
import io.spate.siege.text.HitLine;
import java.io.PrintStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Shows what users do: a line for each transaction, and each kind of failure once. A thread of its
 * own writes, so that a slow terminal holds up users, as it does in siege, but never a loop.
 */
final class HitPrinter implements Watcher, AutoCloseable {
    private static final int QUEUE_MAX = 8_192;
    private static final long RETRY_NANOS = 1_000_000;
    private static final int REASONS_MAX = 20;

    private final Settings settings;
    private final PrintStream out;
    private final PrintStream err;
    private final HitLine form;
    private final Ticker ticker;
    private final ZoneId zone = ZoneId.systemDefault();
    private final BlockingQueue<Hit> hits = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final Thread writer;
    private volatile boolean closing;

    HitPrinter(Settings settings, PrintStream out, PrintStream err, Ticker ticker) {
        this.settings = settings;
        this.out = out;
        this.err = err;
        this.ticker = ticker;
        this.form = new HitLine(settings.display(), settings.log().mark());
        this.writer = Thread.ofPlatform().daemon().name("siege-hits").unstarted(this::write);
        writer.start();
    }

    @Override
    public void answered(int user, Link link, HttpResponse response) {
        if (!settings.display().verbose()) {
            return;
        }
        boolean path = link.method().equals("GET") && !settings.display().fullUrl();
        var hit =
                new Hit(
                        user,
                        "HTTP/1.1",
                        response.status(),
                        response.timings().responseTimeNanos() / 1e9,
                        response.bodyBytes(),
                        link.method(),
                        path ? link.path() : link.url(),
                        link.id(),
                        LocalDateTime.ofInstant(ticker.instant(), zone));
        while (!hits.offer(hit) && !closing && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, RETRY_NANOS);
        }
    }

    @Override
    public void unanswered(Link link, String reason) {
        var known = failures.get(reason);
        if (known == null && failures.size() < REASONS_MAX) {
            var fresh = new LongAdder();
            known = failures.putIfAbsent(reason, fresh);
            if (known == null) {
                known = fresh;
                err.println("[error] %s: %s".formatted(link.url(), reason));
            }
        }
        if (known != null) {
            known.increment();
        }
    }

    @Override
    public void otherHost(String host) {
        err.println(
                "WARNING: the page has parts at %s, which is loaded too; --no-parser leaves parts out."
                        .formatted(host));
    }

    /** How often each kind of failure was met that is known by one line so far. */
    List<String> repeated() {
        var lines = new ArrayList<String>();
        new TreeMap<>(failures)
                .forEach(
                        (reason, count) -> {
                            if (count.sum() > 1) {
                                lines.add("[error] %s: %d times".formatted(reason, count.sum()));
                            }
                        });
        return lines;
    }

    private void write() {
        var batch = new ArrayList<Hit>();
        var text = new StringBuilder();
        try {
            while (true) {
                var first = hits.poll(20, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (closing) {
                        return;
                    }
                    continue;
                }
                batch.add(first);
                hits.drainTo(batch);
                batch.forEach(it -> text.append(form.of(it)));
                out.print(text);
                out.flush();
                batch.clear();
                text.setLength(0);
            }
        } catch (InterruptedException _) {
            // Nobody interrupts it; the lines that are left are not worth more.
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
