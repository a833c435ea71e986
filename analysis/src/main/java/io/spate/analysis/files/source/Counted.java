package io.spate.analysis.files.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much of a file has been read. */
final class Counted extends FilterInputStream {
    private static final long STEP = 4 << 20;

    private final Progress progress;
    private final long total;
    private long count;
    private long told;

    Counted(InputStream in, long total, Progress progress) {
        super(in);
        this.total = total;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        add(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        add(Math.max(0, read));
        return read;
    }

    private void add(int read) {
        count += read;
        if (count - told >= STEP) {
            told = count;
            progress.read(count, total);
        }
    }
}
