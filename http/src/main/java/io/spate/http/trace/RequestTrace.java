package io.spate.http.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.spate.http.wire.ByteWriter;
import io.spate.metrics.KeptRequests.KeptRequest.Trace;

/**
 * The place of a user's request in a trace, which each request has of its own, and the header that
 * tells it: W3C Trace Context, level 1 (www.w3.org/TR/trace-context-1). Each user has one and fills
 * it anew for every request.
 */
public final class RequestTrace {
    /** The header, in the form in which it is looked for. */
    public static final String HEADER = "traceparent";

    private static final byte[] BEFORE = (HEADER + ": 00-").getBytes(US_ASCII);
    private static final byte[] SAMPLED = "-01\r\n".getBytes(US_ASCII);
    private static final byte[] NOT_SAMPLED = "-00\r\n".getBytes(US_ASCII);

    private final Tracer tracer;
    private long high;
    private long low;
    private long span;
    private boolean sampled;

    /** For a user, who has none yet. */
    public RequestTrace(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Forgets the last request's: this one has none, or one that its author gave it. */
    public void clear() {
        span = 0;
        sampled = false;
    }

    /** Begins a trace and writes its header. */
    public void write(ByteWriter out) {
        high = tracer.next();
        low = tracer.next();
        span = tracer.next();
        sampled = tracer.samples();
        out.put(BEFORE).hex(high).hex(low).put('-').hex(span);
        out.put(sampled ? SAMPLED : NOT_SAMPLED);
    }

    /** Whether the request's trace is sampled. */
    public boolean isSampled() {
        return sampled;
    }

    /** Whether the request has a trace of ours. */
    public boolean isThere() {
        return span != 0;
    }

    /** As a value, to be kept. */
    public Trace value() {
        return new Trace(high, low, span, sampled);
    }
}
