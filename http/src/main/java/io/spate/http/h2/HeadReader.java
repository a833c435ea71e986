package io.spate.http.h2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.spate.http.h2.hpack.HpackDecoder;
import io.spate.http.h2.hpack.HpackException;
import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseHead;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes heads of header blocks, in the order in which they arrive. Servers repeat their headers but
 * for the date, so that most blocks need no more than a comparison: one that changes nothing in the
 * table means the same as long as the table is the same. Belongs to one connection.
 */
final class HeadReader {
    static final int TABLE_BYTES_MAX = 4096;
    static final int LIST_BYTES_MAX = 64 << 10;

    private static final int REMEMBERED = 8;
    private static final int REMEMBERED_BYTES_MAX = 1024;
    private static final byte[] PROTOCOL = "HTTP/2.0 ".getBytes(US_ASCII);

    private final HpackDecoder decoder = new HpackDecoder(TABLE_BYTES_MAX, LIST_BYTES_MAX);
    private final ByteWriter text = new ByteWriter();
    private final @Nullable Remembered[] remembered = new @Nullable Remembered[REMEMBERED];
    private int status;
    private long contentLength;
    private boolean setsCookies;
    private boolean hasFields;
    private boolean wellFormed;

    /** A block and its head, which hold while the table has changed so often. */
    private static final class Remembered {
        private final byte[] block;
        private final long changes;
        private final ResponseHead head;

        Remembered(byte[] block, long changes, ResponseHead head) {
            this.block = block;
            this.changes = changes;
            this.head = head;
        }

        boolean is(byte[] bytes, int from, int to, long changesNow) {
            return changes == changesNow && Arrays.equals(block, 0, block.length, bytes, from, to);
        }
    }

    /** The head of a response, interim ones included. */
    ResponseHead head(byte[] bytes, int from, int to) throws Http2Exception, Failed {
        if (to == from) {
            throw new Failed(Failure.HTTP2_STREAM);
        }
        int slot = (to - from + bytes[to - 1]) & (REMEMBERED - 1);
        Remembered known = remembered[slot];
        long changes = decoder.changes();
        if (known != null && known.is(bytes, from, to, changes)) {
            return known.head;
        }
        decode(bytes, from, to);
        if (status < 100 || !wellFormed) {
            throw new Failed(Failure.HTTP2_STREAM);
        }
        text.line();
        var head = new ResponseHead(text.toByteArray(), status, contentLength, setsCookies);
        if (decoder.changes() == changes && to - from <= REMEMBERED_BYTES_MAX) {
            remembered[slot] = new Remembered(Arrays.copyOfRange(bytes, from, to), changes, head);
        }
        return head;
    }

    /** Steps over trailers, or over what nobody waits for any more. */
    void skip(byte[] bytes, int from, int to) throws Http2Exception {
        decode(bytes, from, to);
    }

    private void decode(byte[] bytes, int from, int to) throws Http2Exception {
        text.clear();
        status = 0;
        contentLength = -1;
        setsCookies = false;
        hasFields = false;
        wellFormed = true;
        try {
            decoder.decode(bytes, from, to, text, this::field);
        } catch (HpackException e) {
            throw e.isTooLarge()
                    ? new Http2Exception(ErrorCode.ENHANCE_YOUR_CALM, "headers over 64 KB")
                    : new Http2Exception(
                            ErrorCode.COMPRESSION_ERROR, String.valueOf(e.getMessage()));
        }
    }

    private void field(ByteWriter out, int line, int value) {
        byte[] bytes = out.array();
        int nameLength = value - 2 - line;
        int end = out.length() - 2;
        if (nameLength > 0 && bytes[line] == ':') {
            status(out, line, value, end);
            return;
        }
        hasFields = true;
        wellFormed &= isFieldName(bytes, line, line + nameLength) && isValue(bytes, value, end);
        if (nameLength == 14 && is("content-length", bytes, line)) {
            long length = number(bytes, value, end);
            wellFormed &= length >= 0 && (contentLength < 0 || contentLength == length);
            contentLength = length;
        } else if (nameLength == 10 && is("set-cookie", bytes, line)) {
            setsCookies = true;
        }
    }

    /** Makes a status line of the one pseudo-header that a response has, before all others. */
    private void status(ByteWriter out, int line, int value, int end) {
        byte[] bytes = out.array();
        boolean allowed = value - line == 9 && is(":status", bytes, line) && end - value == 3;
        long number = allowed ? number(bytes, value, end) : -1;
        out.cut(line);
        if (number < 100 || hasFields || status != 0) {
            wellFormed = false;
            return;
        }
        status = (int) number;
        out.put(PROTOCOL).put(number).line();
    }

    private static boolean isFieldName(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = bytes[i];
            if (c <= ' ' || c == 0x7f || c == ':' || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isValue(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(String text, byte[] bytes, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The number that some digits are; -1 where they are none. */
    private static long number(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        // 18 digits cannot overflow
        return to > from && to - from <= 18 ? value : -1;
    }
}
