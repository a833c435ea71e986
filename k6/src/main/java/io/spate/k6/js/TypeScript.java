package io.spate.k6.js;

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
final class TypeScript {
    private final Engine engine;
    private @Nullable Value strip;

    TypeScript(Engine engine) {
        this.engine = engine;
    }

    /**
     * The JavaScript of a file.
     *
     * @throws ScriptException where it is not TypeScript, with the place
     */
    synchronized String strip(Path path, String text) {
        var made = function().execute(text);
        var message = made.getMember("message").asString();
        if (!message.isEmpty()) {
            int line = made.getMember("line").asInt();
            int column = made.getMember("column").asInt();
            var source = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
            throw new ScriptException(
                    List.of(
                            new SourceProblem(
                                    path.toString(),
                                    line,
                                    column,
                                    "SyntaxError: " + message,
                                    source)));
        }
        return made.getMember("code").asString();
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
}
