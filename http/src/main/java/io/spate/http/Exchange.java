package io.spate.http;

import io.spate.http.body.BodyUse;
import io.spate.http.channel.Call;
import io.spate.http.channel.Channel;
import io.spate.http.channel.Channels;
import io.spate.http.content.Content;
import io.spate.http.wire.BodySink;
import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.Reception;
import io.spate.http.wire.ResponseHead;
import io.spate.metrics.Ticker;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.util.Optional;
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
    /** How often a request is sent again at most. */
    private static final int REPEATS_MAX = 3;

    private static final byte[] NO_BYTES = {};

    private final HttpClients clients;
    private final Ticker ticker;
    private final Channels channels;
    private final Call call;
    private final Reception reception;
    private final Phases phases = new Phases();

    private final @Nullable ExchangeObserver observer;
    private final @Nullable Watcher watcher;
    private final Keeping keeping;

    private @Nullable Channel channel;

    @SuppressWarnings("NullAway.Init") // run() comes before any use
    private Outgoing request;

    private int hop;
    private boolean follows;
    private boolean running;
    private long startNanos;
    private String error = "";

    Exchange(HttpClients clients, Ticker ticker, Channels channels) {
        this.clients = clients;
        this.ticker = ticker;
        this.channels = channels;
        HttpOptions options = clients.options();
        call = new Call(ticker, options.bodyBytesMax());
        reception = call.reception();
        observer = options.observer().orElse(null);
        watcher = clients.watcher();
        keeping = clients.keeping();
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
        channel = null;
        error = "";
        Terms terms = outgoing.terms();
        boolean noBody = outgoing.method().equals("HEAD");
        call.begin(outgoing.origin(), outgoing.bytes(), outgoing.series().memory(), noBody);
        call.body(outgoing.body(), outgoing.stream());
        call.limits(
                now,
                terms.timeoutNanos(),
                terms.connectTimeoutNanos(),
                terms.firstByteTimeoutNanos());
        BodySink sink = terms.bodyUse().sink();
        reception.reset(sink, !followable);
        running = true;
        boolean whole = false;
        try {
            HttpResponse response = measured(closing, dueNanos);
            whole = true;
            return response;
        } finally {
            running = false;
            if (!whole) {
                release(true);
            }
            if (sink != null) {
                sink.end();
            }
        }
    }

    private HttpResponse measured(boolean closing, long dueNanos) {
        try {
            ResponseHead head = exchange();
            release(closing);
            return succeeded(head, dueNanos);
        } catch (NetException e) {
            release(closing);
            if (e.kind() == NetException.Kind.INTERRUPTED) {
                throw new InterruptedRequestException();
            }
            if (e.kind() == NetException.Kind.TIMEOUT && call.firstByteIsLate()) {
                Failure late = Failure.FIRST_BYTE_TIMEOUT;
                return failed(late, late.text(), dueNanos);
            }
            Failure failure = Failure.of(e.kind());
            String message = e.getMessage();
            String text = message == null || message.isBlank() ? failure.text() : message;
            return failed(failure, text, dueNanos);
        } catch (Failed e) {
            release(closing);
            return failed(e.failure(), e.text(), dueNanos);
        }
    }

    /**
     * Sends the request, and again where the server cannot have begun on it: over an idle
     * connection it has closed, or where it says so.
     */
    private ResponseHead exchange() throws NetException, Failed {
        for (int repeats = 0; ; repeats++) {
            Channel idle = channels.idle(call);
            Channel over = idle == null ? open() : idle;
            channel = over;
            try {
                return over.exchange(call);
            } catch (NetException e) {
                boolean unanswered = idle != null && reception.receivedBytes() == 0;
                if (!unanswered || repeats == REPEATS_MAX || !mayRepeat(e.kind())) {
                    throw e;
                }
            } catch (Failed e) {
                if (!e.failure().isUnprocessed() || repeats == REPEATS_MAX) {
                    throw e;
                }
            }
            release(false);
            channel = null;
            if (call.sentBytes() > 0) {
                clients.repeated();
            }
        }
    }

    private Channel open() throws NetException, Failed {
        Channel opened = channels.open(call);
        if (call.lookingUpNanos() > 0) {
            clients.recordLookUp(call.lookingUpNanos());
        }
        return opened;
    }

    /**
     * Whether a request may be sent again, after the server has ended an idle connection without a
     * byte of response. A server that closes in an orderly way had not begun on the request; after
     * a reset one cannot know, so that only what may be done twice is.
     */
    private boolean mayRepeat(NetException.Kind kind) {
        String method = request.method();
        return switch (kind) {
            case CLOSED -> true;
            case RESET -> !method.equals("POST") && !method.equals("PATCH");
            case UNKNOWN_HOST,
                    NOT_ALLOWED,
                    ADDRESS_NOT_ALLOWED,
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
        Channel over = channel;
        if (over == null) {
            throw new IllegalStateException("a response without a connection");
        }
        measure(reception.firstByteNanos(), reception.lastByteNanos(), dueNanos);
        RequestSeries series = request.series();
        Content taken = taken(head);
        var response =
                new HttpResponse(series, head, reception.body(), phases.timings(), null, taken);
        Watcher watching = watcher;
        RequestSeries recorded =
                watching == null
                        ? series
                        : watching.answered(series, head, response, over.opening().remoteAddress());
        String tls = request.origin().tls() ? over.opening().tlsVersion() : "";
        Expectations expectations = request.terms().expectations();
        boolean asked = request.isAsked(head);
        if (expectations == null || asked || (follows && head.isRedirect())) {
            Verdict verdict = asked ? Verdict.SUCCESS : null;
            keep(recorded.response(head.status(), head.protocol(), tls, verdict, phases));
        } else {
            response = judged(recorded, expectations, response, head, tls);
        }
        if (watching != null && response.ok()) {
            watching.succeeded(reception.lastByteNanos());
        }
        clients.recordBytes(call.sentBytes(), call.receivedBytes());
        if (observer != null) {
            observer.ended(Transcript.of(request, hop, response, reception));
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
            keep(recorded.response(head.status(), head.protocol(), tls, verdict, phases));
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
                : Content.taken(reception.bodyBytes(), use.whyNotKept());
    }

    private HttpResponse failed(Failure failure, String text, long dueNanos) {
        long now = ticker.nanoTime();
        Channel over = channel;
        if (over == null) {
            phases.begin(now - startNanos, 0, 0, now - dueNanos);
        } else {
            long first = reception.receivedBytes() > 0 ? reception.firstByteNanos() : now;
            measure(first, now, dueNanos);
        }
        RequestSeries series = request.series();
        Verdict verdict = Verdict.failed(failure, text);
        var response = new HttpResponse(series, null, NO_BYTES, phases.timings(), verdict, null);
        error = text;
        RequestSeries recorded =
                watcher == null || over == null
                        ? series
                        : watcher.unanswered(series, over.opening().remoteAddress());
        keep(recorded.failure(failure, text, phases));
        clients.recordBytes(call.sentBytes(), call.receivedBytes());
        if (observer != null) {
            observer.ended(Transcript.of(request, hop, response, reception));
        }
        return response;
    }

    private void keep(RequestSeries.Outcome outcome) {
        keeping.ended(outcome, request, reception, phases, error, startNanos);
    }

    private void measure(long firstNanos, long lastNanos, long dueNanos) {
        long ready = call.readyNanos();
        long first = Math.max(firstNanos, ready);
        long last = Math.max(lastNanos, first);
        // Of an earlier request, where this one has not left as a whole.
        boolean sentBefore = call.sentNanos() < ready;
        long sent = sentBefore ? first : Math.min(call.sentNanos(), first);
        phases.begin(
                ready - startNanos,
                call.connectingNanos(),
                call.tlsHandshakingNanos(),
                last - dueNanos);
        phases.exchange(sent - ready, first - sent, last - first);
    }

    /** What opening the connection of the latest exchange took; empty where there was none. */
    Optional<Connection.Opening> opening() {
        return Optional.ofNullable(channel).map(Channel::opening);
    }

    private void release(boolean closing) {
        Channel over = channel;
        if (over != null) {
            channels.release(over, closing);
        }
    }
}
