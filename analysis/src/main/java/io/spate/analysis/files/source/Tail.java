package io.spate.analysis.files.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers how a stream ended; a packed one that is cut off ends where it is. */
final class Tail extends FilterInputStream {
    private static final int KEPT = 64;

    private final byte[] end = new byte[KEPT];
    private boolean cutOff;
    private boolean ended;

    Tail(InputStream in) {
        super(in);
    }

    /** The last bytes read so far, at most 64; zeros before them where there are fewer. */
    byte[] end() {
        return end.clone();
    }

    /** Whether it has been read to its end. */
    boolean ended() {
        return ended;
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
            ended = count < 0;
            if (count > 0) {
                keep(into, offset, count);
            }
            return count;
        } catch (EOFException _) {
            cutOff = true;
            ended = true;
            return -1;
        }
    }

    private void keep(byte[] from, int offset, int count) {
        int kept = Math.min(count, KEPT);
        System.arraycopy(end, kept, end, 0, KEPT - kept);
        System.arraycopy(from, offset + count - kept, end, KEPT - kept, kept);
    }
}
