package io.spate.k6.api.crypto;

/** The hash MD4 (RFC 1320), which Java has no more. Of no use for anything but old services. */
final class Md4 {
    private static final int[] SHIFTS = {3, 7, 11, 19, 3, 5, 9, 13, 3, 9, 11, 15};
    private static final int[] ORDER_2 = {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15};
    private static final int[] ORDER_3 = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};

    private Md4() {}

    static byte[] digest(byte[] input) {
        int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
        return Blocks.digest(input, state, Md4::compress);
    }

    private static void compress(int[] state, int[] words) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int i = 0; i < 48; i++) {
            int round = i / 16;
            int step = i % 16;
            int mixed =
                    switch (round) {
                        case 0 -> ((b & c) | (~b & d)) + words[step];
                        case 1 -> ((b & c) | (b & d) | (c & d)) + words[ORDER_2[step]] + 0x5a827999;
                        default -> (b ^ c ^ d) + words[ORDER_3[step]] + 0x6ed9eba1;
                    };
            int rotated = Integer.rotateLeft(a + mixed, SHIFTS[round * 4 + step % 4]);
            a = d;
            d = c;
            c = b;
            b = rotated;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }
}
