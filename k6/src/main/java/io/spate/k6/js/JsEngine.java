package io.spate.k6.js;

import io.spate.k6.load.BuiltinModules;
import io.spate.k6.load.FileAccess;
import io.spate.k6.load.ModuleSources;
import io.spate.k6.load.RemoteModules;
import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/** What the contexts of a script's users share: the engine with its compiled code, the modules. */
public final class JsEngine implements AutoCloseable {
    static final String LANGUAGE = "js";
    private static final String MODULE_TYPE = "application/javascript+module";

    static final HostAccess ACCESS =
            HostAccess.newBuilder(HostAccess.EXPLICIT)
                    .allowArrayAccess(true)
                    .allowListAccess(true)
                    .allowBufferAccess(true)
                    .build();

    private final Engine engine;
    private final Map<String, ApiModule> modules = new HashMap<>();
    private final Turns turns;
    private final TypeScript typeScript;
    private final ModuleSources sources;
    private final Path main;
    private final Source prelude;
    private final Source entry;

    /**
     * An engine for a script.
     *
     * @param main the script's file, absolute
     * @param files those that it may read
     * @param modules those that it may import by name
     */
    public JsEngine(Path main, FileAccess files, List<ApiModule> modules, RemoteModules remotes) {
        this.main = main;
        modules.forEach(it -> this.modules.put(it.name(), it));
        Map<String, Supplier<String>> codes = new HashMap<>();
        modules.forEach(it -> codes.put(it.name(), it::code));
        this.engine = quiet();
        this.turns = new Turns(engine);
        this.typeScript = new TypeScript(engine);
        this.sources =
                new ModuleSources(
                        main.resolveSibling(""),
                        files,
                        new BuiltinModules(codes),
                        remotes,
                        typeScript::strip);
        this.prelude =
                Source.newBuilder(
                                LANGUAGE,
                                ApiModule.resource(JsEngine.class, "prelude.js"),
                                "/.spate/prelude.js")
                        .buildLiteral();
        this.entry = module("spate:entry", globals() + imports(main));
    }

    /** Has the JVM load what each engine needs. */
    public static void load() {
        quiet().close();
    }

    /** An engine that writes nothing itself. */
    static Engine quiet() {
        return Engine.newBuilder(LANGUAGE)
                .option("engine.WarnInterpreterOnly", "false")
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
    }

    /** The code of all globals, which are modules too. */
    private String globals() {
        return modules.keySet().stream()
                .filter(it -> it.startsWith("#"))
                .sorted()
                .map(it -> "import '%s';\n".formatted(it))
                .collect(Collectors.joining());
    }

    private String imports(Path path) {
        return sources.module(path).isModule() ? importing(path.toString()) : "";
    }

    private static String importing(String specifier) {
        return "import * as it from '%s';\nexport { it };\n"
                .formatted(specifier.replace("\\", "\\\\").replace("'", "\\'"));
    }

    private static Source module(String name, String text) {
        return Source.newBuilder(LANGUAGE, text, name).mimeType(MODULE_TYPE).buildLiteral();
    }

    /** A module that passes on all of another one. */
    static Source passingOn(String specifier) {
        return module("spate:" + specifier, importing(specifier));
    }

    /**
     * Makes a user: runs the script's init code.
     *
     * @throws io.spate.script.ScriptException where that fails, with the place
     */
    public JsUser newUser(Vu vu) {
        var bridge = new Bridge(this, vu);
        var io = IOAccess.newBuilder().fileSystem(bridge.files()).build();
        var context =
                Context.newBuilder(LANGUAGE)
                        .engine(engine)
                        .allowHostAccess(ACCESS)
                        .allowIO(io)
                        .allowPolyglotAccess(PolyglotAccess.NONE)
                        .allowEnvironmentAccess(EnvironmentAccess.NONE)
                        .option("js.esm-eval-returns-exports", "true")
                        .option("js.load", "false")
                        .option("js.print", "false")
                        .option("js.graal-builtin", "false")
                        .option("js.console", "false")
                        .option("js.intl-402", "false")
                        .option("js.unhandled-rejections", "throw")
                        .build();
        return JsUser.init(context, bridge, vu);
    }

    /** How users share their loop while one of them computes. */
    public Turns turns() {
        return turns;
    }

    /** The code of the script's own file. */
    public String mainText() {
        return sources.module(main).text();
    }

    ModuleSources sources() {
        return sources;
    }

    Path main() {
        return main;
    }

    Source prelude() {
        return prelude;
    }

    Source entry() {
        return entry;
    }

    ApiModule find(String name) {
        var module = modules.get(name);
        if (module == null) {
            throw new IllegalArgumentException("no module " + name);
        }
        return module;
    }

    /** Stops all that still runs in it. */
    @Override
    public void close() {
        engine.close(true);
    }
}
