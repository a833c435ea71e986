import org.jspecify.annotations.NullMarked;

/** The demo shop: an embedded HTTP server to test against. */
@NullMarked
module io.spate.demo {
    requires static org.jspecify;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.transport;
    requires tools.jackson.core;

    exports io.spate.demo;
}
