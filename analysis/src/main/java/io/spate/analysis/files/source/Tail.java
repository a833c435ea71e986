package io.spate.analysis.files.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers how a stream ended; a packed one that is cut off ends where it is. */
final class Tail extends FilterInputStream {
    private int last = '\n';
    private boolean cutOff;

    Tail(InputStream in) {
        super(in);
    }

    /** The last byte read so far; a line's end where there is none. */
    int last() {
        return last;
    }

    /** Whether more would have to follow for what is packed to be whole. */
    boolean cutOff() {
        return cutOff;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (cutOff) {
            return -1;
        }
        try {
            int count = super.read(into, offset, length);
            if (count > 0) {
                last = into[offset + count - 1];
            }
            return count;
        } catch (EOFException _) {
            cutOff = true;
            return -1;
        }
    }
}
