package io.spate.script;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.List;

/**
 * A line of a script, found on the stack.
 *
 * @param file its name without folders; empty where it is not known
 * @param line from 1; 0 where it is not known
 */
record Place(String file, int line) {
    static final Place UNKNOWN = new Place("", 0);

    private static final List<String> NOT_SCRIPT =
            List.of("io.spate.", "java.", "javax.", "jdk.", "sun.", "com.sun.");

    /** The line of the script that is being run. */
    static Place here() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.map(StackFrame::toStackTraceElement)
                                        .takeWhile(Place::isLoadedCode)
                                        .filter(Place::isScript)
                                        .findFirst()
                                        .map(Place::of)
                                        .orElse(UNKNOWN));
    }

    /** The line of the script that an exception came through, the innermost first. */
    static Place of(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .takeWhile(Place::isLoadedCode)
                .filter(Place::isScript)
                .findFirst()
                .map(Place::of)
                .orElse(UNKNOWN);
    }

    SourceProblem problem(String message) {
        return new SourceProblem(file, line, 0, message, "");
    }

    private static Place of(StackTraceElement frame) {
        var file = frame.getFileName();
        return file == null ? UNKNOWN : new Place(file, Math.max(0, frame.getLineNumber()));
    }

    /** Whether a frame is above the one that loads the test; below it is whoever started Spate. */
    private static boolean isLoadedCode(StackTraceElement frame) {
        return !(frame.getClassName().equals(TestBuilder.class.getName())
                && frame.getMethodName().equals("load"));
    }

    private static boolean isScript(StackTraceElement frame) {
        return NOT_SCRIPT.stream().noneMatch(frame.getClassName()::startsWith);
    }
}
