package io.spate.http;

import io.spate.http.body.BodyUse;
import io.spate.http.body.StreamedBody;
import io.spate.http.content.Content;
import io.spate.http.wire.BodySink;
import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseHead;
import io.spate.http.wire.ResponseReader;
import io.spate.metrics.Ticker;
import io.spate.net.Connection;
import io.spate.net.NetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request, receives its response, and measures both. Each user has one, used for one
 * request after another.
 *
 * <p>Phases are k6's: blocked is all the time until there is a connection, connecting and the TLS
 * handshake are parts of it; sending ends when the last byte is with the operating system; waiting
 * ends with the first byte of the response, or with the failure where none came.
 */
final class Exchange implements RequestSeries.Sampler {
    private static final byte[] NO_BYTES = {};

    private final HttpClients clients;
    private final Ticker ticker;
    private final Connections connections;
    private final ResponseReader reader;
    private final Phases phases = new Phases();

    private final @Nullable ExchangeObserver observer;
    private final @Nullable Watcher watcher;

    private @Nullable Connection connection;

    @SuppressWarnings("NullAway.Init") // run() comes before any use
    private Outgoing request;

    private int hop;
    private boolean follows;
    private boolean running;
    private long startNanos;
    private long deadlineNanos;

    /** When the first byte of the response must have come; the deadline where there is no such. */
    private long firstByteDeadlineNanos;

    /** When the connection was there. */
    private long readyNanos;

    private long connectingNanos;
    private long tlsHandshakingNanos;
    private long sentBytes;
    private String error = "";

    Exchange(HttpClients clients, Ticker ticker, Connections connections) {
        this.clients = clients;
        this.ticker = ticker;
        this.connections = connections;
        HttpOptions options = clients.options();
        reader = new ResponseReader(options.discardBodies(), options.bodyBytesMax());
        observer = options.observer().orElse(null);
        watcher = clients.watcher();
    }

    /**
     * Sends a request and records what came of it.
     *
     * @param closing whether the connection is to be closed afterwards
     * @param at how many redirects have led here
     * @param followable whether a redirect is followed, and is thus no answer to be judged
     * @param dueNanos when it was due
     * @param now the start
     */
    HttpResponse run(
            Outgoing outgoing,
            boolean closing,
            int at,
            boolean followable,
            long dueNanos,
            long now) {
        if (running) {
            throw new IllegalStateException(
                    "a request cannot be sent while another one of the same user is received or"
                            + " judged; send it when send() has returned");
        }
        request = outgoing;
        hop = at;
        follows = followable;
        startNanos = now;
        connection = null;
        connectingNanos = 0;
        tlsHandshakingNanos = 0;
        sentBytes = 0;
        error = "";
        Terms terms = outgoing.terms();
        deadlineNanos = now + terms.timeoutNanos();
        firstByteDeadlineNanos = deadlineNanos;
        BodySink sink = terms.bodyUse().sink();
        reader.reset(sink, !followable);
        running = true;
        boolean whole = false;
        try {
            HttpResponse response = measured(closing, dueNanos);
            whole = true;
            return response;
        } finally {
            running = false;
            if (!whole) {
                dropConnection();
            }
            if (sink != null) {
                sink.end();
            }
        }
    }

    private HttpResponse measured(boolean closing, long dueNanos) {
        try {
            ResponseHead head = exchange();
            if (closing || !reader.reusable()) {
                dropConnection();
            }
            return succeeded(head, dueNanos);
        } catch (NetException e) {
            dropConnection();
            if (e.kind() == NetException.Kind.INTERRUPTED) {
                throw new InterruptedRequestException();
            }
            if (e.kind() == NetException.Kind.TIMEOUT && firstByteIsLate()) {
                Failure late = Failure.FIRST_BYTE_TIMEOUT;
                return failed(late, late.text(), dueNanos);
            }
            Failure failure = Failure.of(e.kind());
            String message = e.getMessage();
            String text = message == null || message.isBlank() ? failure.text() : message;
            return failed(failure, text, dueNanos);
        } catch (Failed e) {
            dropConnection();
            return failed(e.failure(), e.failure().text(), dueNanos);
        }
    }

    private boolean firstByteIsLate() {
        return reader.receivedBytes() == 0 && firstByteDeadlineNanos < deadlineNanos;
    }

    private ResponseHead exchange() throws NetException, Failed {
        Connection idle = connections.idle(request.origin());
        if (idle != null) {
            readyNanos = startNanos;
            connection = idle;
            try {
                return sendAndReceive(idle);
            } catch (NetException e) {
                if (reader.receivedBytes() > 0 || !mayRepeat(request.method(), e.kind())) {
                    throw e;
                }
                dropConnection();
                connection = null;
                clients.repeated();
            }
        }
        Connection opened = connections.open(request.origin(), connectDeadlineNanos());
        connection = opened;
        readyNanos = ticker.nanoTime();
        Connection.Opening opening = opened.opening();
        connectingNanos = opening.connectNanos();
        tlsHandshakingNanos = opening.tlsNanos();
        if (opening.resolveNanos() > 0) {
            clients.recordLookUp(opening.resolveNanos());
        }
        return sendAndReceive(opened);
    }

    private long connectDeadlineNanos() {
        long most = request.terms().connectTimeoutNanos();
        return most >= request.terms().timeoutNanos() ? deadlineNanos : startNanos + most;
    }

    private ResponseHead sendAndReceive(Connection over) throws NetException, Failed {
        over.write(request.bytes(), 0, request.length(), deadlineNanos);
        sentBytes += request.length();
        if (request.body().length > 0 || request.stream() != null) {
            writeBody(over);
        }
        long most = request.terms().firstByteTimeoutNanos();
        if (most < request.terms().timeoutNanos()) {
            firstByteDeadlineNanos = Math.min(deadlineNanos, ticker.nanoTime() + most);
        }
        return reader.read(
                over,
                request.series().memory(),
                request.method().equals("HEAD"),
                deadlineNanos,
                firstByteDeadlineNanos);
    }

    private void writeBody(Connection over) throws NetException {
        StreamedBody stream = request.stream();
        try {
            if (stream == null) {
                send(over, request.body(), 0, request.body().length);
            } else {
                stream.writeTo((bytes, offset, length) -> send(over, bytes, offset, length));
            }
        } catch (NetException e) {
            // A server may refuse a body, and close, without reading it all: its response counts.
            if (e.kind() != NetException.Kind.RESET) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the body cannot be sent: " + e.getMessage(), e);
        }
    }

    private void send(Connection over, byte[] bytes, int offset, int length) throws NetException {
        over.write(bytes, offset, length, deadlineNanos);
        sentBytes += length;
    }

    /**
     * Whether a request may be sent again, after the server has ended an idle connection without a
     * byte of response. A server that closes in an orderly way had not begun on the request; after
     * a reset one cannot know, so that only what may be done twice is.
     */
    private static boolean mayRepeat(String method, NetException.Kind kind) {
        return switch (kind) {
            case CLOSED -> true;
            case RESET -> !method.equals("POST") && !method.equals("PATCH");
            case UNKNOWN_HOST,
                    NOT_ALLOWED,
                    CONNECT_REFUSED,
                    CONNECT_TIMEOUT,
                    CONNECT_FAILED,
                    PROXY_REFUSED,
                    TLS_FAILED,
                    TLS_UNTRUSTED,
                    TIMEOUT,
                    INTERRUPTED ->
                    false;
        };
    }

    private HttpResponse succeeded(ResponseHead head, long dueNanos) {
        Connection over = connection;
        if (over == null) {
            throw new IllegalStateException("a response without a connection");
        }
        long last = reader.lastByteNanos();
        measure(over, reader.firstByteNanos(), last, dueNanos);
        RequestSeries series = request.series();
        Content taken = taken(head);
        var response = new HttpResponse(series, head, reader.body(), phases.timings(), null, taken);
        Watcher watching = watcher;
        RequestSeries recorded =
                watching == null
                        ? series
                        : watching.answered(series, head, response, over.opening().remoteAddress());
        String tls = request.origin().tls() ? over.opening().tlsVersion() : "";
        Expectations expectations = request.terms().expectations();
        if (expectations == null || (follows && head.isRedirect())) {
            recorded.response(head.status(), head.http10(), tls, null, phases, this);
        } else {
            response = judged(recorded, expectations, response, head, tls);
        }
        if (watching != null && response.ok()) {
            watching.succeeded(last);
        }
        clients.recordBytes(sentBytes, reader.receivedBytes());
        if (observer != null) {
            observer.ended(Transcript.of(request, hop, response, reader));
        }
        return response;
    }

    private HttpResponse judged(
            RequestSeries recorded,
            Expectations expectations,
            HttpResponse response,
            ResponseHead head,
            String tls) {
        Verdict verdict = null;
        try {
            verdict = expectations.verdict(response);
            error = verdict.text();
            return response.judged(verdict);
        } finally {
            // Also where a script's own mistake ends the judging: the request was made.
            recorded.response(head.status(), head.http10(), tls, verdict, phases, this);
        }
    }

    /**
     * A body that went elsewhere; null where it was kept, or where the head says how long it was.
     */
    private @Nullable Content taken(ResponseHead head) {
        BodyUse use = request.terms().bodyUse();
        if (use.equals(BodyUse.KEEP)) {
            return null;
        }
        boolean asAlways = clients.terms().bodyUse().equals(use);
        return asAlways && head.framing() == ResponseHead.Framing.LENGTH
                ? null
                : Content.taken(reader.bodyBytes(), use.whyNotKept());
    }

    private HttpResponse failed(Failure failure, String text, long dueNanos) {
        long now = ticker.nanoTime();
        Connection over = connection;
        if (over == null) {
            phases.begin(now - startNanos, 0, 0, now - dueNanos);
        } else {
            long first = reader.receivedBytes() > 0 ? reader.firstByteNanos() : now;
            measure(over, first, now, dueNanos);
        }
        RequestSeries series = request.series();
        Verdict verdict = Verdict.failed(failure, text);
        var response = new HttpResponse(series, null, NO_BYTES, phases.timings(), verdict, null);
        error = text;
        RequestSeries recorded =
                watcher == null || over == null
                        ? series
                        : watcher.unanswered(series, over.opening().remoteAddress());
        recorded.failure(failure, text, phases, this);
        clients.recordBytes(sentBytes, reader.receivedBytes());
        if (observer != null) {
            observer.ended(Transcript.of(request, hop, response, reader));
        }
        return response;
    }

    @Override
    public String sample() {
        return Transcript.sample(request, reader, error);
    }

    private void measure(Connection over, long firstNanos, long lastNanos, long dueNanos) {
        long first = Math.max(firstNanos, readyNanos);
        long last = Math.max(lastNanos, first);
        // Of an earlier request, where this one has not left as a whole.
        boolean sentBefore = over.sentNanos() < readyNanos;
        long sent = sentBefore ? first : Math.min(over.sentNanos(), first);
        phases.begin(
                readyNanos - startNanos, connectingNanos, tlsHandshakingNanos, last - dueNanos);
        phases.exchange(sent - readyNanos, first - sent, last - first);
    }

    private void dropConnection() {
        Connection over = connection;
        if (over != null) {
            connections.drop(over);
        }
    }
}
