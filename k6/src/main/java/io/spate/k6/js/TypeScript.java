package io.spate.k6.js;

import io.spate.k6.load.ModuleSources;
import io.spate.k6.vu.ApiModule;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Takes the types out of TypeScript. Lines and columns stay, so that messages have the places that
 * the author knows. What does so is JavaScript itself, of {@code k6/typescript}: it is loaded with
 * the first file that asks for it, and ends with the engine. Any thread.
 */
public final class TypeScript implements AutoCloseable {
    private final Engine engine;
    private @Nullable Value strip;

    TypeScript(Engine engine) {
        this.engine = engine;
    }

    /** One for those who look at scripts without running them. */
    public TypeScript() {
        this(JsEngine.quiet());
    }

    /** Whether a file of that name has types to be taken out. */
    public static boolean isIn(String name) {
        return ModuleSources.isTypeScript(name);
    }

    /**
     * What became of a text.
     *
     * @param code its JavaScript; empty where it is not TypeScript
     * @param message why it is not; else empty
     * @param line where, from 1
     * @param column where in the line, from 1
     */
    public record Stripped(String code, String message, int line, int column) {}

    /** Takes the types out of a text. */
    public synchronized Stripped strip(String text) {
        var made = function().execute(text);
        var message = made.getMember("message").asString();
        return message.isEmpty()
                ? new Stripped(made.getMember("code").asString(), "", 0, 0)
                : new Stripped(
                        "",
                        "SyntaxError: " + message,
                        made.getMember("line").asInt(),
                        made.getMember("column").asInt());
    }

    /**
     * The JavaScript of a file.
     *
     * @throws ScriptException where it is not TypeScript, with the place
     */
    String strip(Path path, String text) {
        var made = strip(text);
        if (made.message.isEmpty()) {
            return made.code;
        }
        var source = text.lines().skip(Math.max(0, made.line - 1)).findFirst().orElse("");
        throw new ScriptException(
                List.of(
                        new SourceProblem(
                                path.toString(), made.line, made.column, made.message, source)));
    }

    private Value function() {
        var known = strip;
        if (known == null) {
            var code = ApiModule.resource(TypeScript.class, "typescript.js");
            var source =
                    Source.newBuilder(JsEngine.LANGUAGE, code, "/.spate/typescript.js")
                            .buildLiteral();
            var context =
                    Context.newBuilder(JsEngine.LANGUAGE)
                            .engine(engine)
                            .allowHostAccess(JsEngine.ACCESS)
                            .build();
            known = context.eval(source).getMember("strip");
            strip = known;
        }
        return known;
    }

    @Override
    public void close() {
        engine.close(true);
    }
}
