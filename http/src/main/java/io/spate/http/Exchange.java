package io.spate.http;

import io.spate.http.HttpResponse.Timings;
import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseHead;
import io.spate.http.wire.ResponseReader;
import io.spate.metrics.Ticker;
import io.spate.net.Connection;
import io.spate.net.NetException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request, receives its response, and measures both. Each user has one, used for one
 * request after another.
 *
 * <p>Phases are k6's: blocked is all the time until there is a connection, connecting and the TLS
 * handshake are parts of it; sending ends when the last byte is with the operating system; waiting
 * ends with the first byte of the response, or with the failure where none came.
 */
final class Exchange {
    private static final byte[] NO_BYTES = {};

    private final HttpClients clients;
    private final Ticker ticker;
    private final Connections connections;
    private final ResponseReader reader;

    private @Nullable Connection connection;
    private long deadlineNanos;

    /** When the connection was there. */
    private long readyNanos;

    private long connectingNanos;
    private long tlsHandshakingNanos;
    private long sentBytes;

    Exchange(HttpClients clients, Ticker ticker, Connections connections) {
        this.clients = clients;
        this.ticker = ticker;
        this.connections = connections;
        HttpOptions options = clients.options();
        reader = new ResponseReader(options.discardBodies(), options.bodyBytesMax());
    }

    /**
     * Sends a request and records what came of it.
     *
     * @param closing whether the connection is to be closed afterwards
     * @param dueNanos when it was due
     * @param startNanos now
     */
    HttpResponse run(Outgoing request, boolean closing, long dueNanos, long startNanos) {
        deadlineNanos = startNanos + request.timeoutNanos();
        connection = null;
        connectingNanos = 0;
        tlsHandshakingNanos = 0;
        sentBytes = 0;
        reader.reset();
        try {
            ResponseHead head = exchange(request, startNanos);
            if (closing || !reader.reusable()) {
                dropConnection();
            }
            return succeeded(request, head, dueNanos, startNanos);
        } catch (NetException e) {
            dropConnection();
            if (e.kind() == NetException.Kind.INTERRUPTED) {
                throw new InterruptedRequestException();
            }
            Failure failure = Failure.of(e.kind());
            String message = e.getMessage();
            String text = message == null || message.isBlank() ? failure.text() : message;
            return failed(request, failure, text, dueNanos, startNanos);
        } catch (Failed e) {
            dropConnection();
            return failed(request, e.failure(), e.failure().text(), dueNanos, startNanos);
        }
    }

    private ResponseHead exchange(Outgoing request, long startNanos) throws NetException, Failed {
        Connection idle = connections.idle(request.origin());
        if (idle != null) {
            readyNanos = startNanos;
            connection = idle;
            try {
                return sendAndReceive(idle, request);
            } catch (NetException e) {
                if (reader.receivedBytes() > 0 || !mayRepeat(request.method(), e.kind())) {
                    throw e;
                }
                dropConnection();
                connection = null;
                clients.repeated();
            }
        }
        Connection opened = connections.open(request.origin(), deadlineNanos);
        connection = opened;
        readyNanos = ticker.nanoTime();
        Connection.Opening opening = opened.opening();
        connectingNanos = opening.connectNanos();
        tlsHandshakingNanos = opening.tlsNanos();
        return sendAndReceive(opened, request);
    }

    private ResponseHead sendAndReceive(Connection over, Outgoing request)
            throws NetException, Failed {
        over.write(request.bytes(), 0, request.length(), deadlineNanos);
        sentBytes += request.length();
        if (request.body().length > 0) {
            writeBody(over, request.body());
        }
        boolean noBody = request.method().equals("HEAD");
        return reader.read(over, request.series().memory(), noBody, deadlineNanos);
    }

    private void writeBody(Connection over, byte[] body) throws NetException {
        try {
            over.write(body, 0, body.length, deadlineNanos);
            sentBytes += body.length;
        } catch (NetException e) {
            // A server may refuse a body, and close, without reading it all: its response counts.
            if (e.kind() != NetException.Kind.RESET) {
                throw e;
            }
        }
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
                    TLS_FAILED,
                    TLS_UNTRUSTED,
                    TIMEOUT,
                    INTERRUPTED ->
                    false;
        };
    }

    private HttpResponse succeeded(
            Outgoing request, ResponseHead head, long dueNanos, long startNanos) {
        Connection over = connection;
        if (over == null) {
            throw new IllegalStateException("a response without a connection");
        }
        long last = reader.lastByteNanos();
        Timings timings = timings(over, reader.firstByteNanos(), last, dueNanos, startNanos);
        RequestSeries series = request.series();
        String tls = request.origin().tls() ? over.opening().tlsVersion() : "";
        series.response(head.status(), head.http10(), tls, timings);
        clients.recordBytes(sentBytes, reader.receivedBytes());
        return new HttpResponse(clients, series, head, reader.body(), "", timings);
    }

    private HttpResponse failed(
            Outgoing request, Failure failure, String text, long dueNanos, long startNanos) {
        long now = ticker.nanoTime();
        Timings timings;
        Connection over = connection;
        if (over == null) {
            timings = new Timings(now - startNanos, 0, 0, 0, 0, 0, now - dueNanos);
        } else {
            long first = reader.receivedBytes() > 0 ? reader.firstByteNanos() : now;
            timings = timings(over, first, now, dueNanos, startNanos);
        }
        RequestSeries series = request.series();
        series.failure(failure, text, timings);
        clients.recordBytes(sentBytes, reader.receivedBytes());
        return new HttpResponse(clients, series, null, NO_BYTES, text, timings);
    }

    private Timings timings(
            Connection over, long firstNanos, long lastNanos, long dueNanos, long startNanos) {
        long first = Math.max(firstNanos, readyNanos);
        long last = Math.max(lastNanos, first);
        // Of an earlier request, where this one has not left as a whole.
        boolean sentBefore = over.sentNanos() < readyNanos;
        long sent = sentBefore ? first : Math.min(over.sentNanos(), first);
        return new Timings(
                readyNanos - startNanos,
                connectingNanos,
                tlsHandshakingNanos,
                sent - readyNanos,
                first - sent,
                last - first,
                last - dueNanos);
    }

    private void dropConnection() {
        Connection over = connection;
        if (over != null) {
            connections.drop(over);
        }
    }
}
