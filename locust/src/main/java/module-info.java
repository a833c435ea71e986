import org.jspecify.annotations.NullMarked;

/** Locustfiles, as a plan and a script. */
@NullMarked
module io.spate.locust {
    requires static org.jspecify;
    requires java.xml;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires transitive io.spate.engine;
    requires io.spate.http;
    requires transitive org.graalvm.polyglot;

    exports io.spate.locust;
    exports io.spate.locust.host;
    exports io.spate.locust.python;
    exports io.spate.locust.stats;
    exports io.spate.locust.text;
}
