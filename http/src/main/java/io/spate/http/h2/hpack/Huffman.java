package io.spate.http.h2.hpack;

import io.spate.http.wire.ByteWriter;

/**
 * The Huffman code of RFC 7541, appendix B. It is canonical: codes of the same length follow one
 * another in the order of their symbols, so that the lengths alone make the code.
 */
final class Huffman {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;
    private static final int END_OF_STRING = 256;

    /**
     * Codes up to this length are looked up at once; those of all common characters are shorter.
     */
    private static final int FAST_BITS = 9;

    /** The length of each symbol's code, as a letter: A for 5 bits. That of 256 is 30. */
    private static final String LENGTHS =
            "ISXXXXXXXTZXXZXXXXXXXXZXXXXXXXXXBFFHIBDGFFDGDBBBAAABBBBBBBCDKBHF"
                    + "IBCCCCCCCCCCCCCCCCCCCCCCDCDIOIJBKABABABBBACCBBBABCBAABCCCCCKGJIX"
                    + "PRPPRRRSRSSSSSTSTTRSTSSSSQRSRSSTRQPRRSSQSRRTQRSSQQRQSRSSPRRRSRRS"
                    + "VVPORSRUVVVWWVTUOQVWWVWTQQVVXWWWPTPQRQQSRRUUTTVSVWVVWWWWWXWWWWWV"
                    + "Z";

    private static final Code CODE = new Code();

    private Huffman() {}

    /** The tables made of the lengths. */
    private static final class Code {
        /** By the next bits: the symbol and, below it, the length; 0 where the code is longer. */
        private final short[] fast = new short[1 << FAST_BITS];

        /** By length: the first code, the number of codes, and where their symbols start. */
        private final int[] first = new int[LONGEST + 1];

        private final int[] count = new int[LONGEST + 1];
        private final int[] start = new int[LONGEST + 1];
        private final short[] symbols = new short[END_OF_STRING + 1];

        Code() {
            int code = 0;
            int taken = 0;
            for (int length = SHORTEST; length <= LONGEST; length++) {
                code <<= 1;
                first[length] = code;
                start[length] = taken;
                for (int symbol = 0; symbol <= END_OF_STRING; symbol++) {
                    if (LENGTHS.charAt(symbol) - 'A' + SHORTEST == length) {
                        symbols[taken++] = (short) symbol;
                        if (length <= FAST_BITS) {
                            fill(code, length, symbol);
                        }
                        code++;
                    }
                }
                count[length] = taken - start[length];
            }
        }

        private void fill(int code, int length, int symbol) {
            int from = code << (FAST_BITS - length);
            int to = (code + 1) << (FAST_BITS - length);
            for (int i = from; i < to; i++) {
                fast[i] = (short) ((symbol << 4) | length);
            }
        }
    }

    /**
     * Decodes a string.
     *
     * @throws HpackException where it ends within a code, or has a code that none may have
     */
    static void decode(byte[] in, int from, int to, ByteWriter out) throws HpackException {
        long bits = 0;
        int known = 0;
        int at = from;
        while (true) {
            while (known <= Long.SIZE - 2 * Byte.SIZE && at < to) {
                bits = (bits << Byte.SIZE) | (in[at++] & 0xff);
                known += Byte.SIZE;
            }
            // Where the string ends, ones follow: the start of the code for its end.
            int fastBits = (int) next(bits, known, FAST_BITS);
            int entry = CODE.fast[fastBits];
            int length = entry & 0xf;
            int symbol = entry >> 4;
            if (length == 0) {
                int index = slow(bits, known);
                length = index >> 16;
                symbol = CODE.symbols[index & 0xffff];
            }
            if (length > known) {
                if (known >= Byte.SIZE || next(bits, known, Byte.SIZE) != 0xff) {
                    throw HpackException.malformed("bad padding of a string");
                }
                return;
            }
            if (symbol == END_OF_STRING) {
                throw HpackException.malformed("a string holds its end");
            }
            out.put((char) symbol);
            known -= length;
        }
    }

    /** The length and the symbol's index of a code that is longer than the fast ones. */
    private static int slow(long bits, int known) {
        for (int length = FAST_BITS + 1; length < LONGEST; length++) {
            long offset = next(bits, known, length) - CODE.first[length];
            if (offset >= 0 && offset < CODE.count[length]) {
                return (length << 16) | (int) (CODE.start[length] + offset);
            }
        }
        int offset = (int) next(bits, known, LONGEST) - CODE.first[LONGEST];
        return (LONGEST << 16) | (CODE.start[LONGEST] + offset);
    }

    /** The next bits, with ones behind the last that are known. */
    private static long next(long bits, int known, int wanted) {
        long mask = (1L << wanted) - 1;
        return known >= wanted
                ? (bits >>> (known - wanted)) & mask
                : ((bits << (wanted - known)) | ((1L << (wanted - known)) - 1)) & mask;
    }
}
