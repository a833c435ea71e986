package io.spate.http.channel;

import io.spate.http.h2.Http2Connection;
import io.spate.http.h2.Timers;
import io.spate.http.h2.WaitList;
import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.Origin;
import io.spate.metrics.Ticker;
import io.spate.net.Connection;
import io.spate.net.Endpoint;
import io.spate.net.failure.NetException;
import java.util.Optional;

/** Opens connections, and finds out what is spoken over them. Belongs to one loop. */
public final class Dialer {
    private final Connector connector;
    private final Timers timers;
    private final Ticker ticker;

    public Dialer(Connector connector, Timers timers, Ticker ticker) {
        this.connector = connector;
        this.timers = timers;
        this.ticker = ticker;
    }

    /** Opens connections; see {@link io.spate.net.EventLoop#connect}. */
    @FunctionalInterface
    public interface Connector {
        Connection connect(Endpoint endpoint, long deadlineNanos) throws NetException;

        /** See {@link io.spate.net.Connector#connectForwarding}. */
        default Connection connectForwarding(Endpoint endpoint, long deadlineNanos)
                throws NetException {
            return connect(endpoint, deadlineNanos);
        }

        /**
         * The header, with its line end or empty, that lets requests to an endpoint through an HTTP
         * proxy that takes them in absolute form; absent where the endpoint takes them itself.
         */
        default Optional<String> forwarding(Endpoint endpoint) {
            return Optional.empty();
        }
    }

    /** See {@link Connector#forwarding}. */
    public Optional<String> forwarding(Endpoint endpoint) {
        return connector.forwarding(endpoint);
    }

    /**
     * Opens a connection for a call, and notes in it what that took.
     *
     * @throws Failed where the server does not speak what is asked for
     */
    Channel open(Call call) throws NetException, Failed {
        Origin origin = call.origin();
        Connection opened = connect(origin, call.connectDeadlineNanos());
        call.readyNanos = call.now();
        Connection.Opening opening = opened.opening();
        call.lookingUpNanos = opening.resolveNanos();
        call.connectingNanos = opening.connectNanos();
        call.tlsHandshakingNanos = opening.tlsNanos();
        boolean agreed = opening.protocol().equals(Origin.ALPN_HTTP_2);
        if (agreed || (origin.http2Only() && !origin.tls())) {
            return new Http2Channel(new Http2Connection(opened, timers, ticker));
        }
        if (origin.http2Only()) {
            opened.close();
            throw new Failed(Failure.NOT_HTTP2);
        }
        return new Http1Channel(opened);
    }

    private Connection connect(Origin origin, long deadlineNanos) throws NetException {
        return origin.isForwarded()
                ? connector.connectForwarding(origin.endpoint(), deadlineNanos)
                : connector.connect(origin.endpoint(), deadlineNanos);
    }

    WaitList newWaitList() {
        return new WaitList(timers, ticker);
    }
}
