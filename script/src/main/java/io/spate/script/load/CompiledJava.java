package io.spate.script.load;

import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a Java file and those beside it compiled to.
 *
 * @param file as the user named it
 * @param source the file's text
 * @param classes of the file and all others it needed, by name
 * @param own the names of the file's own classes
 */
record CompiledJava(Path file, String source, Map<String, byte[]> classes, List<String> own) {

    /**
     * Loads every class, so that none is loaded while the test runs, and gives the file's own,
     * sorted by name.
     */
    List<Class<?>> load() {
        var loader = new MemoryClassLoader(classes, getClass().getClassLoader());
        try {
            for (var name : classes.keySet()) {
                Class.forName(name, false, loader);
            }
            var loaded = new java.util.ArrayList<Class<?>>();
            for (var name : new TreeSet<>(own)) {
                loaded.add(Class.forName(name, false, loader));
            }
            return loaded;
        } catch (ClassNotFoundException | LinkageError broken) {
            throw new ScriptException(
                    List.of(
                            new SourceProblem(
                                    file.toString(), 0, 0, "cannot be loaded: " + broken, "")),
                    broken);
        }
    }

    /** A problem in the file with its path and its line's text put in. */
    SourceProblem place(SourceProblem problem) {
        if (problem.file().isEmpty()) {
            return new SourceProblem(file.toString(), 0, 0, problem.message(), "");
        }
        if (!problem.file().equals(file.getFileName().toString())) {
            return problem;
        }
        var text =
                problem.line() == 0
                        ? ""
                        : source.lines().skip(problem.line() - 1L).findFirst().orElse("");
        return new SourceProblem(
                file.toString(), problem.line(), problem.column(), problem.message(), text);
    }
}
