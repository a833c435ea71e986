package io.spate.k6.js;

import io.spate.k6.load.ModuleFiles;
import io.spate.k6.load.ModuleSources;
import io.spate.k6.vu.Phase;
import io.spate.k6.vu.Vu;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What a context's JavaScript reaches Java by; scripts know nothing of it. */
public final class Bridge {
    private final JsEngine engine;
    private final Vu vu;
    private final ModuleFiles files;
    private final Map<String, Object> bound = new HashMap<>();
    private final Map<Path, Value> required = new HashMap<>();

    Bridge(JsEngine engine, Vu vu) {
        this.engine = engine;
        this.vu = vu;
        this.files = new ModuleFiles(engine.sources(), folder(), this::exportsOf);
    }

    ModuleFiles files() {
        return files;
    }

    JsEngine engine() {
        return engine;
    }

    private Path folder() {
        return engine.main().resolveSibling("");
    }

    /** The object in Java of a module, the same each time. */
    @HostAccess.Export
    public Object bind(String module) {
        return bound.computeIfAbsent(module, it -> engine.find(it).bind(vu));
    }

    /** All variables, each name with its value behind it, parted by what neither can hold. */
    @HostAccess.Export
    public String env() {
        var all = new StringJoiner("\0");
        new TreeMap<>(vu.test().env()).forEach((name, value) -> all.add(name).add(value));
        return all.toString();
    }

    /** The number that the script sees as {@code __VU}. */
    @HostAccess.Export
    public long vu() {
        return vu.id();
    }

    /** A file as a text, or as bytes. */
    @HostAccess.Export
    public Object open(String name, boolean binary) {
        if (vu.phase() != Phase.INIT) {
            throw vu.error(
                    "the \"open()\" function is only available in the init stage, that is outside"
                            + " of all functions that a user runs");
        }
        try {
            var bytes = vu.test().files().read(Path.of(absolute(name)));
            return binary ? ByteBuffer.wrap(bytes) : new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw vu.error("open(\"%s\"): %s".formatted(name, e.getMessage()));
        }
    }

    /** Whether there is a file that a script names, seen from the script's folder. */
    @HostAccess.Export
    public boolean exists(String name) {
        return vu.test().files().exists(Path.of(absolute(name)));
    }

    /** The path of a file that a script names. */
    @HostAccess.Export
    public String absolute(String name) {
        var path = name.startsWith("file://") ? name.substring(7) : name;
        return folder().resolve(path).toAbsolutePath().toString();
    }

    /** The exports of a CommonJS module, by the path of its file. */
    @HostAccess.Export
    public Value require(String path) {
        return load(Path.of(path));
    }

    /** What a CommonJS module requires. */
    @HostAccess.Export
    public Value requireFrom(String importing, String specifier) {
        return load(engine.sources().resolve(Path.of(importing), specifier));
    }

    /** The URL of what a module means by a name: {@code import.meta.resolve()}. */
    @HostAccess.Export
    public String resolve(String module, String specifier) {
        return ModuleSources.shown(engine.sources().resolve(Path.of(module), specifier));
    }

    private Collection<String> exportsOf(Path path) {
        return List.copyOf(load(path).getMemberKeys());
    }

    private Value load(Path path) {
        var known = required.get(path);
        if (known != null) {
            return known.hasMember("exports") ? known.getMember("exports") : known;
        }
        var module = engine.sources().module(path);
        var context = Objects.requireNonNull(this.context);
        if (path.toString().endsWith(".json")) {
            var parsed = tools().getMember("parse").execute(module.text());
            required.put(path, parsed);
            return parsed;
        }
        if (module.isModule()) {
            return context.eval(JsEngine.passingOn(path.toString())).getMember("it");
        }
        var function = context.eval(wrapped(path, module.text()));
        var holder = tools().getMember("module").execute();
        required.put(path, holder);
        tools().getMember("runCommonJs").execute(function, holder, path.toString());
        return holder.getMember("exports");
    }

    private static Source wrapped(Path path, String text) {
        var code = "(function (exports, require, module) {" + text + "\n})";
        return Source.newBuilder(JsEngine.LANGUAGE, code, path.toString()).buildLiteral();
    }

    private Value tools() {
        var known = tools;
        if (known == null) {
            throw new IllegalStateException("the prelude has not run");
        }
        return known;
    }

    private @Nullable Value tools;
    private @Nullable Context context;

    /** Says what the prelude has come to. */
    void begin(Context of, Value all) {
        context = of;
        tools = all;
    }
}
