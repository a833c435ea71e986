import org.jspecify.annotations.NullMarked;

/** An HTTP client that reads as blocking code, and measures. */
@NullMarked
// That a module is compiled later which may see URLs taken apart is no mistake.
@SuppressWarnings("module")
module io.spate.http {
    requires static org.jspecify;
    requires json.path;
    requires org.jsoup;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires transitive io.spate.metrics;
    requires transitive io.spate.net;

    exports io.spate.http;
    exports io.spate.http.raw;
    exports io.spate.http.watch;
    exports io.spate.http.websocket;
    exports io.spate.http.content to
            io.spate.k6;
    exports io.spate.http.login to
            io.spate.k6,
            io.spate.locust;
    exports io.spate.http.wire to
            io.spate.siege;
}
