import org.jspecify.annotations.NullMarked;

/** Bytes over sockets: event loops, virtual threads scheduled by them, connections, TLS, DNS. */
@NullMarked
module io.spate.net {
    requires jdk.unsupported;
    requires static org.jspecify;

    exports io.spate.net;
    exports io.spate.net.failure;
    exports io.spate.net.route;
    exports io.spate.net.tls;
}
