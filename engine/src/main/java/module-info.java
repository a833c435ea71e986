import org.jspecify.annotations.NullMarked;

/** The engine: runs a plan's scenarios with a script's virtual users. Knows no protocol. */
@NullMarked
module io.spate.engine {
    requires static org.jspecify;
    requires java.management;
    requires jdk.management;
    requires transitive io.spate.metrics;
    requires transitive io.spate.net;
    requires transitive io.spate.plan;

    exports io.spate.engine;
    exports io.spate.engine.portion;
    exports io.spate.engine.health;
    exports io.spate.engine.pacing;
}
