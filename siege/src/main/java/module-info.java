import org.jspecify.annotations.NullMarked;

/** What siege's command line, configuration and lists of URLs mean, and what siege prints. */
@NullMarked
module io.spate.siege {
    requires static org.jspecify;
    requires org.jsoup;
    requires transitive io.spate.engine;
    requires transitive io.spate.http;

    exports io.spate.siege.config;
    exports io.spate.siege.run;
    exports io.spate.siege.text;
}
