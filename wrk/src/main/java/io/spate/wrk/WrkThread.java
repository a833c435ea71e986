package io.spate.wrk;

import io.spate.http.raw.RawClient;
import io.spate.metrics.Ticker;
import io.spate.net.Endpoint;
import io.spate.net.EventLoop;
import io.spate.net.TlsOptions;
import io.spate.wrk.lua.LuaException;
import io.spate.wrk.script.Address;
import io.spate.wrk.script.ScriptState;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What wrk calls a thread: a group of connections with counters and a Lua state of their own. It
 * belongs to one event loop while the test runs, to the thread that runs the test before and after.
 */
final class WrkThread {
    private static final long SAMPLE_NANOS = 100_000_000;
    private static final long MILLI = 1_000_000;

    final WrkOptions options;
    private final Ticker ticker;
    private final Consumer<LuaException> broken;
    private final Address usual;
    private Address address;
    private @Nullable ScriptState script;
    private boolean dynamic;
    private boolean delays;
    private boolean wantsResponses;
    private byte[] request;
    private int requestLength;

    @SuppressWarnings("NullAway.Init") // bind() comes before any use
    private LoopCounters counters;

    private @Nullable EventLoop loop;
    private @Nullable RawClient client;
    private boolean stopped;
    private long startNanos;
    private long endNanos;
    private long sampledNanos;
    private long sampleRequests;
    private long requests;
    private long bytes;
    private long connectErrors;
    private long readErrors;
    private long writeErrors;
    private long statusErrors;
    private long timeouts;

    /**
     * A thread without a script.
     *
     * @param request what it sends
     * @param usual where it connects to, unless a script sends it elsewhere
     * @param broken is told of an error in its script, after which it does nothing more
     */
    WrkThread(
            WrkOptions options,
            Ticker ticker,
            byte[] request,
            Address usual,
            Consumer<LuaException> broken) {
        this.options = options;
        this.ticker = ticker;
        this.request = request;
        this.requestLength = request.length;
        this.usual = usual;
        this.address = usual;
        this.broken = broken;
    }

    /** Takes a script that is set up, and its request where that stays the same. */
    void attach(ScriptState with) {
        script = with;
        dynamic = with.isDynamic();
        delays = with.delays();
        wantsResponses = with.wantsResponses();
        if (!dynamic) {
            requestLength = with.request();
            request = with.requestBytes();
        }
    }

    /** Makes it belong to a loop, if it does not yet, and starts to sample its rate. */
    void bind(EventLoop to, LoopCounters countersOfLoop) {
        EventLoop known = loop;
        if (known == null) {
            loop = to;
            counters = countersOfLoop;
            client = new RawClient(to, endpoint(), wantsResponses);
            startNanos = ticker.nanoTime();
            endNanos = startNanos;
            sampledNanos = startNanos;
            to.schedule(sampledNanos + SAMPLE_NANOS, this::sample);
        } else if (known != to) {
            throw new IllegalStateException("a thread of wrk has connections on two event loops");
        }
    }

    /** By name where TLS needs to tell the server which one is meant. */
    private Endpoint endpoint() {
        WrkUrl url = options.url();
        boolean asWritten = url.tls() && address.equals(usual);
        return new Endpoint(
                asWritten ? url.host() : address.host(),
                address.port(),
                url.tls() ? Optional.of(new TlsOptions(false)) : Optional.empty());
    }

    /** When its first connection was made, or nothing where none was. */
    OptionalLong startNanos() {
        return loop == null ? OptionalLong.empty() : OptionalLong.of(startNanos);
    }

    /** When its last connection was given up. */
    long endNanos() {
        return endNanos;
    }

    /** Takes note that a connection is given up. */
    void connectionEnded() {
        endNanos = ticker.nanoTime();
    }

    RawClient client() {
        RawClient bound = client;
        if (bound == null) {
            throw new IllegalStateException("not bound to a loop");
        }
        return bound;
    }

    private void sample() {
        EventLoop on = loop;
        if (stopped || on == null) {
            return;
        }
        long nowNanos = ticker.nanoTime();
        if (sampleRequests > 0) {
            double elapsedMillis = Math.floorDiv(nowNanos - sampledNanos, MILLI);
            counters.rates.record((long) (sampleRequests / elapsedMillis * 1000));
            sampleRequests = 0;
            sampledNanos = nowNanos;
        }
        on.schedule(nowNanos + SAMPLE_NANOS, this::sample);
    }

    /** Whether the script wants it to do nothing more. */
    boolean isStopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }

    Address address() {
        return address;
    }

    void readdress(Address to) {
        address = to;
    }

    /** Makes the next request ready; how many bytes it has. */
    int nextRequest() {
        ScriptState asked = script;
        if (dynamic && asked != null) {
            requestLength = asked.request();
            request = asked.requestBytes();
        }
        return requestLength;
    }

    /** Where the request stands that was made ready. */
    byte[] request() {
        return request;
    }

    boolean delays() {
        return delays;
    }

    long delayNanos() {
        ScriptState asked = script;
        return asked == null ? 0 : asked.delayMillis() * MILLI;
    }

    boolean wantsResponses() {
        return wantsResponses;
    }

    void response(int status, byte[] head, byte[] body) {
        ScriptState told = script;
        if (told != null) {
            told.response(status, head, body);
        }
    }

    void broken(LuaException e) {
        stopped = true;
        broken.accept(e);
    }

    void completed(int status) {
        requests++;
        sampleRequests++;
        if (status > 399) {
            statusErrors++;
        }
    }

    void received(long count) {
        bytes += count;
    }

    /** Takes note of a latency; over the timeout it counts as an error instead. */
    void latency(long nanos) {
        if (!counters.latency.record(Math.max(0, nanos) / 1000)) {
            timeouts++;
        }
    }

    void uncorrected(long nanos) {
        counters.uncorrected.record(Math.max(0, nanos) / 1000);
    }

    void connectFailed() {
        connectErrors++;
    }

    void readFailed() {
        readErrors++;
    }

    void writeFailed() {
        writeErrors++;
    }

    /** Takes note of a response that is still missing when the test ends. */
    void unanswered(long waitedNanos) {
        if (waitedNanos > options.timeout().toNanos()) {
            timeouts++;
        }
    }

    long requests() {
        return requests;
    }

    long bytes() {
        return bytes;
    }

    Errors errors() {
        return new Errors(connectErrors, readErrors, writeErrors, statusErrors, timeouts);
    }
}
