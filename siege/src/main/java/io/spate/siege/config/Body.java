package io.spate.siege.config;

/** What a request carries. */
public final class Body {
    private final byte[] bytes;

    Body(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A new array. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
