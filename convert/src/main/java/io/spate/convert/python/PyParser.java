package io.spate.convert.python;

import io.spate.convert.syntax.ScriptSyntaxException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import tools.jackson.databind.json.JsonMapper;

/** Parses Python without running it. Belongs to one thread. */
public final class PyParser implements AutoCloseable {
    private static final String LANGUAGE = "python";

    private final Context context;
    private final Value names;

    /** A parser; making one takes seconds. */
    public PyParser() {
        context =
                Context.newBuilder(LANGUAGE)
                        .allowExperimentalOptions(true)
                        .option("engine.WarnInterpreterOnly", "false")
                        .option("python.PosixModuleBackend", "java")
                        .option("python.DontWriteBytecodeFlag", "true")
                        .out(OutputStream.nullOutputStream())
                        .err(OutputStream.nullOutputStream())
                        .build();
        try (var stream = Objects.requireNonNull(PyParser.class.getResourceAsStream("parse.py"))) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            context.eval(Source.newBuilder(LANGUAGE, text, "parse.py").buildLiteral());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names = context.getBindings(LANGUAGE);
    }

    /**
     * The tree of a text.
     *
     * @throws ScriptSyntaxException where it is no Python
     */
    public Py parse(String text) {
        var json = names.getMember("parse").execute(text).asString();
        var tree = JsonMapper.shared().readTree(json);
        if (tree.has("message")) {
            throw new ScriptSyntaxException(
                    tree.get("message").asString(),
                    tree.path("line").asInt(),
                    tree.path("column").asInt());
        }
        return new Py(tree, text.lines().toList());
    }

    /** The modules of the standard library. */
    public Set<String> library() {
        var all = new LinkedHashSet<String>();
        JsonMapper.shared()
                .readTree(names.getMember("library").execute().asString())
                .forEach(it -> all.add(it.asString("")));
        return all;
    }

    @Override
    public void close() {
        context.close(true);
    }
}
