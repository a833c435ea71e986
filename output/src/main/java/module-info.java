import org.jspecify.annotations.NullMarked;

/** Outputs: what a run measures, written elsewhere while it runs. One package each. */
@NullMarked
module io.spate.output {
    requires static org.jspecify;
    requires transitive io.spate.metrics;
    requires java.net.http;
    requires java.sql;
    requires jdk.httpserver;

    exports io.spate.output.csv;
    exports io.spate.output.delivery;
    exports io.spate.output.k6;
    exports io.spate.output.postgres;
    exports io.spate.output.registry;
    exports io.spate.output.type;
}
