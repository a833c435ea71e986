package io.spate.cli.convert;

import io.spate.cli.process.SpateProcess;
import io.spate.convert.check.Finding;
import io.spate.convert.check.K6Check;
import io.spate.convert.check.LocustCheck;
import io.spate.convert.js.JsParser;
import io.spate.convert.python.PyParser;
import io.spate.metrics.Ticker;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * What {@code spate check} finds in a script, for those who ask again and again: it is looked
 * through anew where its file has changed, or some seconds have passed, as files that it imports
 * may have. Safe for threads.
 */
public final class ScriptFindings {
    private static final long FRESH_NANOS = 10_000_000_000L;

    private final Ticker ticker;
    private Optional<Known> latest = Optional.empty();

    private record Known(Path file, FileTime changed, long atNanos, List<Finding> findings) {}

    /** None yet. */
    public ScriptFindings(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * What has no effect in a script.
     *
     * @param name as the user named it
     * @throws ScriptException with all that keeps it from running, and where it stands
     */
    public List<String> notes(SpateProcess process, String name) {
        var found = of(name, process.file(name));
        var mistakes = found.stream().filter(it -> !(it instanceof Finding.Option)).toList();
        if (!mistakes.isEmpty()) {
            throw new ScriptException(
                    mistakes.stream()
                            .map(
                                    it ->
                                            new SourceProblem(
                                                    it.place().file(),
                                                    it.place().line(),
                                                    it.place().column(),
                                                    it.message(),
                                                    ""))
                            .toList());
        }
        return found.stream()
                .map(it -> "line %d: %s".formatted(it.place().line(), it.message()))
                .toList();
    }

    private synchronized List<Finding> of(String name, Path file) {
        var changed = changed(file);
        var known =
                latest.filter(it -> it.file.equals(file) && it.changed.equals(changed))
                        .filter(it -> ticker.nanoTime() - it.atNanos < FRESH_NANOS);
        if (known.isPresent()) {
            return known.get().findings;
        }
        var found = looked(name, file);
        latest = Optional.of(new Known(file, changed, ticker.nanoTime(), found));
        return found;
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Finding> looked(String name, Path file) {
        if (name.endsWith(".py")) {
            try (var parser = new PyParser()) {
                return LocustCheck.of(parser, name, file);
            }
        }
        try (var parser = new JsParser()) {
            return K6Check.of(parser, name, file);
        }
    }
}
