package io.spate.locust.python;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/**
 * A Python for scripts that are not trusted: it sees files of some folders, the variables it is
 * given and Spate's own modules; it starts no process and loads no native code. Many virtual
 * threads may use it at once; its lock lets one compute at a time, and a call into Java lets go of
 * it.
 */
public final class Python implements AutoCloseable {
    private static final String LANGUAGE = "python";

    private static final HostAccess ACCESS =
            HostAccess.newBuilder(HostAccess.EXPLICIT)
                    .allowArrayAccess(true)
                    .allowListAccess(true)
                    .build();

    private final Context context;
    private final Modules modules;

    private Python(Context context, Modules modules) {
        this.context = context;
        this.modules = modules;
    }

    /**
     * What a script is given.
     *
     * @param folders with the files it may read, absolute and real
     * @param writable those of them whose files it may change
     * @param packages those of them where Python looks for packages
     * @param directory what relative paths start from
     * @param network whether it may open connections of its own, which nothing checks
     * @param env the variables it sees
     * @param out where it prints
     * @param err where it prints errors
     * @param code where it keeps compiled modules; empty for nowhere
     */
    public record Surroundings(
            List<Path> folders,
            List<Path> writable,
            List<Path> packages,
            Path directory,
            boolean network,
            Map<String, String> env,
            OutputStream out,
            OutputStream err,
            Optional<CodeCache> code) {}

    /** Starts one. */
    public static Python start(Surroundings with) {
        var builder =
                Context.newBuilder(LANGUAGE)
                        .allowHostAccess(ACCESS)
                        .allowIO(
                                IOAccess.newBuilder()
                                        .fileSystem(files(with))
                                        .allowHostSocketAccess(with.network)
                                        .build())
                        .allowPolyglotAccess(PolyglotAccess.NONE)
                        .allowEnvironmentAccess(EnvironmentAccess.NONE)
                        .allowCreateThread(true)
                        .allowExperimentalOptions(true)
                        .environment(with.env)
                        .out(with.out)
                        .err(with.err)
                        .option("engine.WarnInterpreterOnly", "false")
                        .option("python.PosixModuleBackend", "java");
        with.code.ifPresent(it -> builder.option("python.PyCachePrefix", it.folder().toString()));
        var writes = with.code.filter(CodeCache::writes).isPresent();
        builder.option("python.DontWriteBytecodeFlag", String.valueOf(!writes));
        return new Python(builder.build(), new Modules(with.code));
    }

    private static FileSystem files(Surroundings with) {
        var readable = new ArrayList<>(with.folders);
        var writable = new ArrayList<>(with.writable);
        with.code.ifPresent(it -> readable.add(it.folder()));
        with.code.filter(CodeCache::writes).ifPresent(it -> writable.add(it.folder()));
        return FileSystem.allowInternalResourceAccess(
                new ConfinedFiles(readable, writable, with.directory));
    }

    /**
     * Makes Spate's modules known.
     *
     * @param host what they call
     * @return the object that loads and runs locustfiles
     */
    public Value begin(Object host) {
        var prelude =
                Source.newBuilder(LANGUAGE, Modules.resource("prelude.py"), "<spate>/prelude.py")
                        .buildLiteral();
        context.eval(prelude);
        return context.getBindings(LANGUAGE).getMember("begin").execute(host, modules);
    }

    /** Ends all that still runs in it. Any thread. */
    @Override
    public void close() {
        context.close(true);
    }
}
