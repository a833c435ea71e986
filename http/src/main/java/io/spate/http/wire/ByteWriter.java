package io.spate.http.wire;

import java.util.Arrays;
import java.util.Objects;

/** A growing array of bytes that texts are encoded into. */
public final class ByteWriter {
    private static final int KEPT_BYTES_MAX = 16 << 10;

    private static final byte[] NONE = {};
    private static final int SMALLEST = 256;

    private byte[] bytes = NONE;
    private int length;

    /** The array written to; it changes when it has to grow. */
    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Starts anew, and lets go of an array that one large request has made large. */
    public void clear() {
        length = 0;
        if (bytes.length > KEPT_BYTES_MAX) {
            bytes = NONE;
        }
    }

    /** Takes back what stands behind a place. */
    public void cut(int at) {
        length = Objects.checkIndex(at, length + 1);
    }

    public ByteWriter put(byte[] source) {
        return put(source, 0, source.length);
    }

    public ByteWriter put(ByteWriter source) {
        return put(source.bytes, 0, source.length);
    }

    public ByteWriter put(byte[] source, int from, int count) {
        room(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        return this;
    }

    public ByteWriter put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** A text in UTF-8; an unpaired surrogate becomes a question mark. */
    public ByteWriter put(String text) {
        int chars = text.length();
        room(chars * 3);
        for (int i = 0; i < chars; ) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
                i++;
            } else {
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint);
                length += utf8(codePoint, bytes, length);
            }
        }
        return this;
    }

    public ByteWriter put(long number) {
        return put(Long.toString(number));
    }

    /** A number in 16 hexadecimal digits of lower case. */
    public ByteWriter hex(long number) {
        room(16);
        for (int shift = 60; shift >= 0; shift -= 4) {
            int digit = (int) (number >>> shift) & 0xf;
            bytes[length++] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
        }
        return this;
    }

    public ByteWriter line() {
        room(2);
        bytes[length++] = '\r';
        bytes[length++] = '\n';
        return this;
    }

    /** A value within a path or a query: all but RFC 3986's unreserved characters is escaped. */
    public ByteWriter component(String value) {
        return escape(value, ByteWriter::isUnreserved, false);
    }

    /** A name or value of a form, as the WHATWG URL standard encodes it: a blank is a plus. */
    public ByteWriter formComponent(String value) {
        return escape(value, ByteWriter::isFormCharacter, true);
    }

    /** A path and query as somebody wrote it: only what cannot be sent as it is gets escaped. */
    public ByteWriter target(String written) {
        return escape(written, ByteWriter::isSendable, false);
    }

    private ByteWriter escape(String text, Kept kept, boolean plusForBlank) {
        byte[] encoded = new byte[4];
        int chars = text.length();
        for (int i = 0; i < chars; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            room(12);
            if (codePoint < 0x80 && kept.test(codePoint)) {
                bytes[length++] = (byte) codePoint;
            } else if (codePoint == ' ' && plusForBlank) {
                bytes[length++] = '+';
            } else {
                int count = utf8(codePoint, encoded, 0);
                for (int j = 0; j < count; j++) {
                    bytes[length++] = '%';
                    bytes[length++] = hexDigit((encoded[j] >> 4) & 0xf);
                    bytes[length++] = hexDigit(encoded[j] & 0xf);
                }
            }
        }
        return this;
    }

    private static byte hexDigit(int value) {
        return (byte) (value < 10 ? '0' + value : 'A' + value - 10);
    }

    private static int utf8(int codePoint, byte[] target, int at) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            target[at] = '?';
            return 1;
        }
        if (codePoint < 0x80) {
            target[at] = (byte) codePoint;
            return 1;
        }
        if (codePoint < 0x800) {
            target[at] = (byte) (0xc0 | (codePoint >> 6));
            target[at + 1] = (byte) (0x80 | (codePoint & 0x3f));
            return 2;
        }
        if (codePoint < 0x10000) {
            target[at] = (byte) (0xe0 | (codePoint >> 12));
            target[at + 1] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
            target[at + 2] = (byte) (0x80 | (codePoint & 0x3f));
            return 3;
        }
        target[at] = (byte) (0xf0 | (codePoint >> 18));
        target[at + 1] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
        target[at + 2] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
        target[at + 3] = (byte) (0x80 | (codePoint & 0x3f));
        return 4;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            int needed = Math.max(SMALLEST, length + more);
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, needed));
        }
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isUnreserved(int c) {
        return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
    }

    private static boolean isFormCharacter(int c) {
        return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '*';
    }

    private static boolean isSendable(int c) {
        return c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
    }

    /** Which ASCII characters stay as they are. */
    @FunctionalInterface
    private interface Kept {
        boolean test(int c);
    }
}
