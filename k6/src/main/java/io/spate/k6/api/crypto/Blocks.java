package io.spate.k6.api.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How MD4 and its kin go through a message: padded, and block by block (RFC 1320, section 3). */
final class Blocks {
    private static final int BLOCK_BYTES = 64;

    private static final int BLOCK_WORDS = 16;

    private Blocks() {}

    /** Takes a block's words into the state. */
    interface Compression {
        void compress(int[] state, int[] words);
    }

    /** The state after the whole message, as bytes. */
    static byte[] digest(byte[] message, int[] state, Compression compression) {
        var blocks = padded(message);
        int[] words = new int[BLOCK_WORDS];
        while (blocks.hasRemaining()) {
            for (int i = 0; i < words.length; i++) {
                words[i] = blocks.getInt();
            }
            compression.compress(state, words);
        }
        var out = ByteBuffer.allocate(state.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int each : state) {
            out.putInt(each);
        }
        return out.array();
    }

    /** A message in whole blocks of words: a bit, zeros, and its length in bits. */
    private static ByteBuffer padded(byte[] message) {
        int blocks = (message.length + 8) / BLOCK_BYTES + 1;
        return ByteBuffer.allocate(blocks * BLOCK_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(message)
                .put((byte) 0x80)
                .putLong(blocks * BLOCK_BYTES - 8, message.length * 8L)
                .rewind();
    }
}
