import org.jspecify.annotations.NullMarked;

/** Scripts of k6, as a plan and a script. */
@NullMarked
@SuppressWarnings("module") // the digit is part of the tool's name
module io.spate.k6 {
    requires static org.jspecify;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires io.spate.redis;
    requires transitive io.spate.report;
    requires transitive io.spate.script;
    requires transitive org.graalvm.polyglot;
    requires java.net.http;
    requires jdk.httpserver;
    requires org.jsoup;
    requires playwright;
    requires com.fasterxml.jackson.annotation;

    exports io.spate.k6;
    exports io.spate.k6.archive;
    // For the engine, which calls only what is marked for it.
    exports io.spate.k6.api.browser;
    exports io.spate.k6.api.console;
    exports io.spate.k6.api.core;
    exports io.spate.k6.api.crypto;
    exports io.spate.k6.api.data;
    exports io.spate.k6.api.encoding;
    exports io.spate.k6.api.execution;
    exports io.spate.k6.api.files;
    exports io.spate.k6.api.html;
    exports io.spate.k6.api.http;
    exports io.spate.k6.api.metrics;
    exports io.spate.k6.api.redis;
    exports io.spate.k6.api.secrets;
    exports io.spate.k6.api.webcrypto;
    exports io.spate.k6.api.websocket;
    exports io.spate.k6.load;
    exports io.spate.k6.js;
    exports io.spate.k6.options;
    exports io.spate.k6.rest;
    exports io.spate.k6.summary;
    exports io.spate.k6.vu;
}
