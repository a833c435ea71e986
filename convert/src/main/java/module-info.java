import org.jspecify.annotations.NullMarked;

/** Reads scripts of other tools without running them: what is not supported, and what they mean. */
@NullMarked
module io.spate.convert {
    requires static org.jspecify;
    requires java.compiler;
    requires tools.jackson.databind;
    requires io.spate.k6;
    requires io.spate.locust;
    requires io.spate.plan;
    requires org.graalvm.polyglot;

    exports io.spate.convert;
    exports io.spate.convert.check;
    exports io.spate.convert.js;
    exports io.spate.convert.python;
    exports io.spate.convert.syntax;
}
