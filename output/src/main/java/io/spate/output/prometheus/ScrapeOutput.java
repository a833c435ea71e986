package io.spate.output.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Verdict;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.RunTotals;
import io.spate.output.delivery.SampleSink;
import io.spate.output.delivery.SecondsOutput;
import io.spate.output.type.OutputContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;

/**
 * A page with what the run came to so far. Who scrapes it now and then would miss the run's last
 * seconds: so where it has been scraped, the end waits for one time more.
 */
final class ScrapeOutput implements OpenOutput {
    private static final int CONNECTIONS_MAX = 16;
    private static final int CHUNK = 1 << 16;

    private final Ticker ticker;
    private final Points points;
    private final RunTotals<Labels> totals;
    private final Duration linger;
    private final String shown;
    private final HttpServer server;
    private final ExecutorService threads;
    private final SecondsOutput seconds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition scraped = lock.newCondition();

    /** The last of it; until then there is more to come. */
    private Optional<Verdict> verdict = Optional.empty();

    private boolean sawAll;
    private long scrapes;
    private long served;

    ScrapeOutput(
            String shown,
            InetSocketAddress address,
            Points points,
            RunTotals<Labels> totals,
            Duration linger,
            OutputContext run)
            throws IOException {
        this.shown = shown;
        this.ticker = run.ticker();
        this.points = points;
        this.totals = totals;
        this.linger = linger;
        server = HttpServer.create(address, CONNECTIONS_MAX);
        threads =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("scrape").factory());
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        seconds = new SecondsOutput(shown, new Adder(), ticker, run.messages());
    }

    /** Adds what comes to the totals. */
    private final class Adder implements Carrier<Interval, byte[]> {
        @Override
        public void prepare() {}

        @Override
        public List<Parcel<byte[]>> encode(Interval interval) {
            locked(() -> totals.add(interval.snapshot()));
            return List.of();
        }

        @Override
        public List<Parcel<byte[]>> rest(RunResult result) {
            locked(() -> verdict = Optional.of(result.verdict()));
            return List.of();
        }

        @Override
        public void send(byte[] load) {}

        @Override
        public void close() {}
    }

    private void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Page page;
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
            boolean gzip = accepted != null && accepted.contains("gzip");
            page = page(gzip);
            exchange.getResponseHeaders().set("Content-Type", TextFormat.CONTENT_TYPE);
            if (gzip) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(200, page.bytes.size());
            page.bytes.writeTo(exchange.getResponseBody());
        }
        // Only now is the whole page on its way: the end of the run closes what is not.
        locked(
                () -> {
                    scrapes++;
                    served += page.points;
                    sawAll |= page.complete;
                    scraped.signalAll();
                });
    }

    /**
     * What is sent.
     *
     * @param complete whether it has all of the run
     */
    private record Page(ByteArrayOutputStream bytes, long points, boolean complete) {}

    /** With thousands of endpoints it is large: only one metric of it is text at a time. */
    private Page page(boolean gzip) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var text = new TextFormat();
        lock.lock();
        try (var stream = gzip ? new GZIPOutputStream(bytes, CHUNK) : bytes) {
            for (var metric : totals.metrics()) {
                totals.all(metric, (_, labels, value) -> points.of(metric, labels, value, text));
                text.writeTo(stream);
            }
            verdict.ifPresent(it -> it.judgements().forEach(each -> Points.of(each, text)));
            text.writeTo(stream);
            return new Page(bytes, text.points(), verdict.isPresent());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accept(Snapshot second) {
        seconds.accept(second);
    }

    @Override
    public void finish(RunResult result) {
        seconds.finish(result);
    }

    @Override
    public Optional<SampleSink> samples() {
        return Optional.empty();
    }

    @Override
    public Delivered await(long deadlineNanos) {
        seconds.await(deadlineNanos);
        long until = Math.max(deadlineNanos, ticker.nanoTime() + linger.toNanos());
        try {
            awaitScrape(until);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        threads.shutdownNow();
        lock.lock();
        try {
            boolean missed = !sawAll && scrapes > 0;
            return new Delivered(
                    shown,
                    served,
                    0,
                    0,
                    missed ? "was not scraped again after the run: set linger" : "");
        } finally {
            lock.unlock();
        }
    }

    /** Where nobody ever scraped, only for as long as was asked for. */
    private void awaitScrape(long untilNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = 1; !sawAll && (scrapes > 0 || !linger.isZero()) && left > 0; ) {
                left = untilNanos - ticker.nanoTime();
                scraped.await(left, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
