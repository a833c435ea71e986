package io.spate.k6.api.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How MD4 and its kin fill up a message (RFC 1320, sections 3.1 and 3.2). */
final class Padding {
    private static final int BLOCK_BYTES = 64;

    private Padding() {}

    /** A message in whole blocks of words: a bit, zeros, and its length in bits. */
    static ByteBuffer blocks(byte[] message) {
        int blocks = (message.length + 8) / BLOCK_BYTES + 1;
        return ByteBuffer.allocate(blocks * BLOCK_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(message)
                .put((byte) 0x80)
                .putLong(blocks * BLOCK_BYTES - 8, message.length * 8L)
                .rewind();
    }
}
