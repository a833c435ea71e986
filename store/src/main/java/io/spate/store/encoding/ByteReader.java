package io.spate.store.encoding;

/** Reads what a {@link ByteWriter} has written. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() throws DamagedException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == bytes.length) {
                throw new DamagedException("it ends in the midst of a number");
            }
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedException("a number has too many bytes");
    }

    long signed() throws DamagedException {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    /**
     * A number of things that follow, each of at least one byte: never more than there are bytes,
     * so that nobody makes room for more.
     */
    int count() throws DamagedException {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new DamagedException("it tells of more than it holds");
        }
        return (int) count;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }
}
