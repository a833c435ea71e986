package io.spate.analysis.files.source;

import java.io.IOException;
import java.util.Arrays;

/** The lines of a file, one at a time, without a copy of each. */
public final class Lines {
    /** No line of a result file is nearly as long. */
    private static final int BYTES_MAX = 4 << 20;

    private final Source source;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int start;
    private int end;
    private long number;
    private boolean whole;

    public Lines(Source source) {
        this.source = source;
    }

    /**
     * Goes to the next line; whether there is one.
     *
     * @throws ResultFileException where the file cannot be read, or is no file of lines
     */
    public boolean next() throws ResultFileException {
        start = Math.min(number == 0 ? 0 : end + 1, filled);
        int searched = start;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return line(i, true);
                }
            }
            searched = filled;
            int moved = start;
            if (!fill()) {
                return filled > start && line(filled, false);
            }
            searched -= moved;
        }
    }

    private boolean line(int lineEnd, boolean isWhole) {
        end = lineEnd;
        whole = isWhole;
        number++;
        return true;
    }

    /** Reads more; moves what there is of the line to the beginning. */
    private boolean fill() throws ResultFileException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == buffer.length) {
            if (filled >= BYTES_MAX) {
                throw source.wrong(
                        number + 1,
                        "this line has more than %d MB".formatted(BYTES_MAX >> 20),
                        Source.GIVE_ANOTHER);
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        try {
            int count = source.in().read(buffer, filled, buffer.length - filled);
            filled += Math.max(0, count);
            return count >= 0;
        } catch (IOException e) {
            throw source.failed(e);
        }
    }

    /** What holds the line, until the next one is gone to. */
    public byte[] bytes() {
        return buffer;
    }

    /** Where in {@link #bytes} it begins. */
    public int offset() {
        return start;
    }

    /** How long it is, without its end. */
    public int length() {
        int last = end;
        while (last > start && buffer[last - 1] == '\r') {
            last--;
        }
        return last - start;
    }

    /** Which one it is, from 1. */
    public long number() {
        return number;
    }

    /** Whether it has an end; the last one of a file that is cut off has none. */
    public boolean isWhole() {
        return whole;
    }
}
