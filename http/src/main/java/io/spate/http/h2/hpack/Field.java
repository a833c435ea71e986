package io.spate.http.h2.hpack;

/** An entry of a table: the name and, behind it, the value. Immutable. */
final class Field {
    /** What an entry counts beyond its bytes (RFC 7541, section 4.1). */
    static final int OVERHEAD = 32;

    private final byte[] bytes;
    private final int nameLength;

    Field(byte[] bytes, int nameLength) {
        this.bytes = bytes;
        this.nameLength = nameLength;
    }

    byte[] bytes() {
        return bytes;
    }

    int nameLength() {
        return nameLength;
    }

    int valueLength() {
        return bytes.length - nameLength;
    }

    int size() {
        return bytes.length + OVERHEAD;
    }
}
