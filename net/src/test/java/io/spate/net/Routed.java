package io.spate.net;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.net.failure.NetException;
import io.spate.net.route.Route;
import java.util.Optional;

/** Connects by one transport and a route of the test's. */
record Routed(Mode mode) {
    /** A host that no name server knows. */
    static final Endpoint SHOP = new Endpoint("shop.invalid", 80, Optional.empty());

    /** What a virtual user does on a loop. */
    interface Body<T> {
        T run(EventLoop loop) throws Exception;
    }

    <T> T by(Route route, Body<T> body) throws Exception {
        return by(NetOptions.DEFAULT.withRoute(route), body);
    }

    <T> T by(NetOptions options, Body<T> body) throws Exception {
        try (var loop = EventLoop.start("routed", options.withTransport(mode.transport()))) {
            return Mode.on(loop, () -> body.run(loop));
        }
    }

    /** What an echoing server gave back, and its address. */
    String echoed(Route route, Endpoint endpoint) throws Exception {
        return by(
                route,
                loop -> {
                    try (Connection connection = loop.connect(endpoint, Mode.soon())) {
                        return Exchanges.exchange(connection, "hello")
                                + " "
                                + connection.opening().remoteAddress();
                    }
                });
    }

    static void assertRefused(EventLoop loop, Endpoint endpoint, String message) {
        assertThatThrownBy(() -> loop.connect(endpoint, Mode.soon()))
                .isInstanceOf(NetException.class)
                .hasMessage(message);
    }
}
