import org.jspecify.annotations.NullMarked;

/** Front ends: what people write, as a plan and a script. */
@NullMarked
module io.spate.script {
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires java.compiler;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires transitive io.spate.engine;
    requires transitive io.spate.http;

    exports io.spate.script;
    exports io.spate.script.config;
    exports io.spate.script.debug;
    exports io.spate.script.feed;
    exports io.spate.script.load;
    exports io.spate.script.share;

    uses io.spate.script.Launcher;
}
