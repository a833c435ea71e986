package io.spate.analysis.files.source;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file cannot be read as results. The message names the file, the line, and what to do. */
public final class ResultFileException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private final long line;

    /**
     * What is wrong with a file.
     *
     * @param line where it is wrong, from 1; 0 where that is no matter of one line
     * @param problem what is wrong, without a full stop
     * @param remedy what to do, as a sentence
     */
    public ResultFileException(
            String file, long line, String problem, String remedy, @Nullable Throwable cause) {
        super("%s: %s. %s".formatted(line > 0 ? file + ":" + line : file, problem, remedy), cause);
        this.line = line;
    }

    /** The line that is wrong, from 1; 0 where that is no matter of one line. */
    public long line() {
        return line;
    }
}
