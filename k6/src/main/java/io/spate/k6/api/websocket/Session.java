package io.spate.k6.api.websocket;

import io.spate.http.websocket.Message;
import io.spate.http.websocket.Message.Close;
import io.spate.http.websocket.WebSocket;
import io.spate.http.websocket.WebSocketClient;
import io.spate.http.websocket.WebSocketException;
import io.spate.k6.api.JsValues;
import io.spate.k6.api.http.Cookies;
import io.spate.k6.api.http.ReceivedHeaders;
import io.spate.k6.vu.DataCount;
import io.spate.k6.vu.EventQueue;
import io.spate.k6.vu.Vu;
import io.spate.net.failure.NetException;
import io.spate.script.share.TagScope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** One socket of a user, from its handshake to its end. */
public final class Session {
    private static final long HANDSHAKE_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** Messages that may wait for the script; the socket is not read from while there are more. */
    private static final int WAITING_MAX = 1_000;

    private static final long WAITING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Vu vu;
    private final EventQueue queue;
    private final SocketMetrics metrics;
    private final DataCount data;
    private @Nullable Value handler;
    private @Nullable TagScope scope;
    private @Nullable WebSocket socket;
    private @Nullable Thread thread;
    private long pings;
    private long pingNanos;

    Session(Vu vu, EventQueue queue, SocketMetrics metrics) {
        this.vu = vu;
        this.queue = queue;
        this.metrics = metrics;
        this.data = new DataCount(vu.user());
    }

    /**
     * Begins; comes back at once.
     *
     * @param jar cookies in place of the user's; may be null
     * @param handler told of everything by a word and up to three values
     */
    @HostAccess.Export
    public void start(String url, String[] protocols, Value params, Value jar, Value handler) {
        var cookies =
                JsValues.isGiven(jar) && jar.isHostObject()
                        ? Optional.of(jar.<Cookies>asHostObject().jar())
                        : Optional.<io.spate.http.CookieJar>empty();
        var read = SocketParams.read(vu, url, params, cookies, List.of(protocols));
        this.handler = handler;
        scope = read.scope();
        var feed = queue.open(this::abort);
        var loop = vu.user().loop();
        var client = new WebSocketClient(loop, vu.test().planned().http().verifyTls());
        thread =
                loop.startVirtualThread(
                        "user-" + vu.id() + "-socket", () -> live(client, read, feed));
    }

    /** Handles what happens until the socket has ended and no timer is left. */
    @HostAccess.Export
    public void run() {
        try {
            vu.drain(queue);
        } finally {
            queue.clear();
        }
    }

    private void live(WebSocketClient client, SocketParams params, EventQueue.Feed feed) {
        long start = now();
        try {
            var answer = client.open(params.request(), start + HANDSHAKE_NANOS);
            var under = scope().tagged("status", Integer.toString(answer.status()));
            under =
                    answer.protocol().isEmpty()
                            ? under
                            : under.tagged("subproto", answer.protocol());
            scope = under;
            metrics.connected(under, now() - start);
            var headers = ReceivedHeaders.of(answer.head());
            if (answer.socket().isEmpty()) {
                under.record(metrics.sessionDuration(), now() - start);
                feed.post(tell("refused", answer.status(), headers, answer.body()));
                return;
            }
            socket = answer.socket().get();
            feed.post(tell("open", answer.status(), headers, answer.protocol()));
            receive(answer.socket().get(), feed);
            under.record(metrics.sessionDuration(), now() - start);
        } catch (NetException | WebSocketException e) {
            if (e instanceof NetException net && net.kind() == NetException.Kind.INTERRUPTED) {
                return;
            }
            metrics.connected(scope(), now() - start);
            scope().record(metrics.sessionDuration(), now() - start);
            feed.post(tell("failed", String.valueOf(e.getMessage())));
        } finally {
            countBytes();
            feed.end();
        }
    }

    private void receive(WebSocket from, EventQueue.Feed feed) {
        Message last = null;
        while (!(last instanceof Close)) {
            last = next(from, feed);
            countBytes();
            post(last, feed);
            while (feed.waiting() > WAITING_MAX && !(last instanceof Close)) {
                try {
                    vu.user().loop().sleepUntil(now() + WAITING_NANOS);
                } catch (InterruptedException _) {
                    from.close();
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** The next message; an end without a word is one too. */
    private Message next(WebSocket from, EventQueue.Feed feed) {
        try {
            return from.receive(Long.MAX_VALUE);
        } catch (WebSocketException e) {
            feed.post(tell("error", String.valueOf(e.getMessage())));
            return new Close(e.code(), String.valueOf(e.getMessage()));
        } catch (NetException e) {
            from.close();
            if (e.kind() == NetException.Kind.INTERRUPTED) {
                return new Close(Close.ABNORMAL, "");
            }
            feed.post(tell("error", String.valueOf(e.getMessage())));
            return new Close(Close.ABNORMAL, String.valueOf(e.getMessage()));
        }
    }

    private void post(Message message, EventQueue.Feed feed) {
        switch (message) {
            case Message.Text it -> {
                scope().record(metrics.received(), 1);
                feed.post(tell("text", it.text()));
            }
            case Message.Binary it -> {
                scope().record(metrics.received(), 1);
                feed.post(tell("binary", ByteBuffer.wrap(it.bytes())));
            }
            case Message.Ping _ -> feed.post(tell("ping"));
            case Message.Pong it -> {
                if (new String(it.bytes(), StandardCharsets.US_ASCII).equals("" + pings)) {
                    scope().record(metrics.ping(), now() - pingNanos);
                }
                feed.post(tell("pong"));
            }
            case Close it -> feed.post(tell("close", it.code(), it.reason()));
        }
    }

    private Runnable tell(Object... what) {
        return () -> Objects.requireNonNull(handler).executeVoid(what);
    }

    private TagScope scope() {
        return Objects.requireNonNull(scope);
    }

    private long now() {
        return vu.test().ticker().nanoTime();
    }

    private void countBytes() {
        var open = socket;
        if (open != null) {
            data.upTo(open.bytesIn(), open.bytesOut());
        }
    }

    /** Sends a text. */
    @HostAccess.Export
    public void sendText(String text) {
        send(it -> it.send(text));
        scope().record(metrics.sent(), 1);
    }

    /** Sends a buffer. */
    @HostAccess.Export
    public void sendBinary(Value buffer) {
        byte[] bytes = JsValues.bytes(buffer);
        send(it -> it.send(bytes));
        scope().record(metrics.sent(), 1);
    }

    /** Asks whether the server is there. */
    @HostAccess.Export
    public void ping() {
        pings++;
        pingNanos = now();
        byte[] payload = Long.toString(pings).getBytes(StandardCharsets.US_ASCII);
        send(it -> it.ping(payload));
    }

    /** Begins the end; a code of 0 is none. */
    @HostAccess.Export
    public void close(int code, String reason) {
        var open = socket;
        if (open == null) {
            abort();
            return;
        }
        try {
            open.close(code == 0 ? Close.NO_CODE : code, reason);
        } catch (NetException _) {
            open.close();
        }
    }

    /** Does something to an open socket. */
    @FunctionalInterface
    private interface Sending {
        void on(WebSocket socket) throws NetException;
    }

    private void send(Sending what) {
        var open = socket;
        if (open == null) {
            throw vu.error("the socket is not open");
        }
        try {
            what.on(open);
        } catch (NetException e) {
            if (e.kind() == NetException.Kind.INTERRUPTED) {
                throw vu.cutOff();
            }
            throw vu.error("nothing can be sent: " + e.getMessage());
        }
    }

    /** Has a function called later, while the socket lives; returns the timer's number. */
    @HostAccess.Export
    public long schedule(Value task, double millis, boolean repeated) {
        return queue.schedule(Math.round(Math.max(0, millis) * 1e6), repeated, task::executeVoid);
    }

    /** Has it not called. */
    @HostAccess.Export
    public void cancel(long timer) {
        queue.cancel(timer);
    }

    private void abort() {
        if (socket != null) {
            socket.close();
        } else if (thread != null) {
            thread.interrupt();
        }
    }
}
