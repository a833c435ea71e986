package io.spate.k6.load;

import io.spate.script.SourceProblem;
import java.nio.file.Path;

/** Places in texts. */
public final class TextPlace {
    private TextPlace() {}

    /** A mistake at a place in a file, with its line. */
    public static SourceProblem of(Path file, String text, int offset, String message) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        int line = 1 + (int) text.substring(0, start).chars().filter(it -> it == '\n').count();
        var source = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
        return new SourceProblem(file.toString(), line, offset - start + 1, message, source);
    }
}
