package io.spate.convert.js;

import io.spate.convert.syntax.ScriptSyntaxException;
import io.spate.k6.js.TypeScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Parses JavaScript without running it. Belongs to one thread. */
public final class JsParser implements AutoCloseable {
    private static final String LANGUAGE = "js";
    private static final String ACORN = "META-INF/resources/webjars/acorn/8.15.0/dist/acorn.js";

    private final Context context;
    private final Value parse;
    private @Nullable TypeScript types;

    /** A parser; making one takes a moment. */
    public JsParser() {
        context =
                Context.newBuilder(LANGUAGE)
                        .option("engine.WarnInterpreterOnly", "false")
                        .out(OutputStream.nullOutputStream())
                        .err(OutputStream.nullOutputStream())
                        .build();
        var loader = Objects.requireNonNull(JsParser.class.getClassLoader());
        context.eval(source(loader.getResourceAsStream(ACORN), "acorn.js"));
        parse = context.eval(source(JsParser.class.getResourceAsStream("parse.js"), "parse.js"));
    }

    private static Source source(@Nullable InputStream resource, String name) {
        try (var stream = Objects.requireNonNull(resource, name)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Source.newBuilder(LANGUAGE, text, name).buildLiteral();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tree of a file. The types of TypeScript are taken out first; all else stays in its place.
     *
     * @param name by its ending it is JavaScript or TypeScript
     * @throws ScriptSyntaxException where it is neither
     */
    public Js parse(String name, String text) {
        return parse(TypeScript.isIn(name) ? withoutTypes(text) : text);
    }

    private String withoutTypes(String text) {
        var known = types;
        if (known == null) {
            known = new TypeScript();
            types = known;
        }
        var made = known.strip(text);
        if (!made.message().isEmpty()) {
            throw new ScriptSyntaxException(made.message(), made.line(), made.column());
        }
        return made.code();
    }

    private Js parse(String text) {
        var tree = JsonMapper.shared().readTree(parse.execute(text).asString());
        if (tree.has("message")) {
            throw new ScriptSyntaxException(
                    tree.get("message").asString(),
                    tree.path("line").asInt(),
                    tree.path("column").asInt());
        }
        return new Js(tree, text);
    }

    @Override
    public void close() {
        context.close();
        if (types != null) {
            types.close();
        }
    }
}
