import org.jspecify.annotations.NullMarked;

/** A Redis client that reads as blocking code. */
@NullMarked
module io.spate.redis {
    requires static org.jspecify;
    requires transitive io.spate.metrics;
    requires transitive io.spate.net;

    exports io.spate.redis;
}
