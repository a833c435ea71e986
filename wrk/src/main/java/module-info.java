import org.jspecify.annotations.NullMarked;

/** The command lines, scripts and output of wrk and wrk2, on Spate's engine. */
@NullMarked
module io.spate.wrk {
    requires static org.jspecify;
    requires transitive io.spate.engine;
    requires transitive io.spate.http;

    exports io.spate.wrk;
}
