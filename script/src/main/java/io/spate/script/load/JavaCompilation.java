package io.spate.script.load;

import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a Java file, and those beside it that it uses, in memory against the running Spate. */
final class JavaCompilation {
    private static final Pattern PACKAGE =
            Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

    private final Path file;
    private final JavaCompiler compiler;
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    private JavaCompilation(Path file, JavaCompiler compiler) {
        this.file = file;
        this.compiler = compiler;
    }

    /**
     * Compiles a file.
     *
     * @throws ScriptException with every error of the compiler, where it stands
     */
    static CompiledJava compile(Path file, String text) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new ScriptException(
                    "a test in Java needs a JDK, and %s has no compiler: run Spate with a JDK 25 or newer (JAVA_HOME)"
                            .formatted(System.getProperty("java.home")));
        }
        return new JavaCompilation(file, compiler).run(text);
    }

    private CompiledJava run(String text) {
        var source = new MemorySource(file, text);
        var standard =
                compiler.getStandardFileManager(
                        diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
        try (var files = new MemoryFiles(standard, source)) {
            var output = new StringWriter();
            boolean compiled =
                    compiler.getTask(
                                    output,
                                    files,
                                    diagnostics,
                                    options(text),
                                    null,
                                    List.of(source))
                            .call();
            if (!compiled) {
                throw new ScriptException(errors(output.toString()));
            }
            return new CompiledJava(file, text, files.classes(), files.own());
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private List<String> options(String text) {
        return List.of(
                "-classpath",
                String.join(File.pathSeparator, classPath()),
                "-sourcepath",
                sourceRoot(text).toString(),
                "-implicit:class",
                "-parameters",
                "-g",
                "-proc:none",
                "-Xlint:none",
                "-nowarn",
                // Without these, the compiler keeps the errors of later phases to itself.
                "-XDshould-stop.ifError=FLOW",
                "-Xmaxerrs",
                "1000");
    }

    /** What Spate itself runs from, be it class path or module path. */
    private static Set<String> classPath() {
        var entries = new LinkedHashSet<String>();
        for (var property : List.of("java.class.path", "jdk.module.path")) {
            for (var entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /** The folder that the file's package starts from; its own folder where they do not agree. */
    private Path sourceRoot(String text) {
        var folder = file.toAbsolutePath().resolveSibling("").normalize();
        var declared = PACKAGE.matcher(text);
        if (!declared.find()) {
            return folder;
        }
        var path = Path.of(declared.group(1).replace('.', File.separatorChar));
        return folder.endsWith(path)
                ? folder.resolve("../".repeat(path.getNameCount())).normalize()
                : folder;
    }

    private List<SourceProblem> errors(String output) {
        var errors =
                diagnostics.getDiagnostics().stream()
                        .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
                        .map(this::problem)
                        .distinct()
                        .toList();
        return errors.isEmpty() ? List.of(problem("cannot be compiled: " + output)) : errors;
    }

    private SourceProblem problem(Diagnostic<? extends JavaFileObject> error) {
        var message = error.getMessage(Locale.ENGLISH);
        var source = error.getSource();
        if (source == null || error.getPosition() == Diagnostic.NOPOS) {
            return problem(message);
        }
        var text = text(source);
        int at = (int) Math.min(error.getPosition(), text.length());
        int start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
        var line = text.substring(start).lines().findFirst().orElse("");
        return new SourceProblem(
                name(source), (int) error.getLineNumber(), at - start + 1, message, line);
    }

    private SourceProblem problem(String message) {
        return new SourceProblem(file.toString(), 0, 0, message, "");
    }

    private String name(JavaFileObject source) {
        if (source instanceof MemorySource) {
            return file.toString();
        }
        return file.resolveSibling(Path.of(source.toUri()).getFileName()).toString();
    }

    private static String text(JavaFileObject source) {
        try {
            return source.getCharContent(true).toString();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
