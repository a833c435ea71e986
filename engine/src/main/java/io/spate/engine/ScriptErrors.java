package io.spate.engine;

import io.spate.metrics.ScriptError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Turns what a script threw into what a report can show. */
final class ScriptErrors {
    private static final List<String> NOT_THE_SCRIPT =
            List.of(
                    "io.spate.engine.",
                    "io.spate.http.",
                    "io.spate.net.",
                    "io.spate.script.",
                    "java.",
                    "jdk.",
                    "sun.");
    private static final int FRAMES_MAX = 8;

    private ScriptErrors() {}

    static ScriptError of(String scenario, Throwable thrown) {
        var text = thrown.getMessage();
        var kind = thrown.getClass().getSimpleName();
        var message =
                text == null || text.isBlank()
                        ? kind
                        : thrown instanceof ScriptFailure
                                ? firstLine(text)
                                : kind + ": " + firstLine(text);
        var trace =
                Arrays.stream(thrown.getStackTrace())
                        .filter(ScriptErrors::isOfScript)
                        .limit(FRAMES_MAX)
                        .map(frame -> "at " + frame.getMethodName() + " (" + place(frame) + ")")
                        .collect(Collectors.joining("\n"));
        return new ScriptError(scenario, message, trace);
    }

    private static boolean isOfScript(StackTraceElement frame) {
        return NOT_THE_SCRIPT.stream().noneMatch(frame.getClassName()::startsWith);
    }

    private static String place(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
