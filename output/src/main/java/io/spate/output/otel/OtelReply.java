package io.spate.output.otel;

import java.nio.charset.StandardCharsets;

/**
 * What a receiver answers to what it took: {@code ExportMetricsServiceResponse} and its like, which
 * say how much of it was not taken after all. Anything that is no such message says nothing.
 *
 * @param rejected how many points or spans were not taken
 * @param message why; may be empty
 */
record OtelReply(long rejected, String message) {
    private static final OtelReply FINE = new OtelReply(0, "");
    private static final int PARTIAL_SUCCESS = 1;
    private static final int LENGTH = 2;

    static OtelReply of(byte[] bytes) {
        try {
            var reply = new Reader(bytes, 0, bytes.length);
            while (reply.at < reply.end) {
                long tag = reply.varint();
                if (tag == (PARTIAL_SUCCESS << 3 | LENGTH)) {
                    return partial(reply.within());
                }
                reply.skip(tag);
            }
            return FINE;
        } catch (IndexOutOfBoundsException _) {
            return FINE;
        }
    }

    private static OtelReply partial(Reader reader) {
        long rejected = 0;
        var message = "";
        while (reader.at < reader.end) {
            long tag = reader.varint();
            if (tag == (1 << 3)) {
                rejected = reader.varint();
            } else if (tag == (2 << 3 | LENGTH)) {
                message = reader.within().text();
            } else {
                reader.skip(tag);
            }
        }
        return new OtelReply(Math.max(0, rejected), message);
    }

    /** Reads the fields of a message; runs out of bounds where there is none. */
    private static final class Reader {
        private final byte[] bytes;
        private final int end;
        private int at;

        Reader(byte[] bytes, int from, int end) {
            this.bytes = bytes;
            this.at = from;
            this.end = end;
        }

        long varint() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                byte next = bytes[at++];
                value |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IndexOutOfBoundsException();
        }

        Reader within() {
            long length = varint();
            if (length < 0 || length > end - at) {
                throw new IndexOutOfBoundsException();
            }
            int from = at;
            at += (int) length;
            return new Reader(bytes, from, at);
        }

        String text() {
            return new String(bytes, at, end - at, StandardCharsets.UTF_8);
        }

        void skip(long tag) {
            switch ((int) tag & 7) {
                case 0 -> varint();
                case 1 -> at += Long.BYTES;
                case LENGTH -> within();
                case 5 -> at += Integer.BYTES;
                default -> throw new IndexOutOfBoundsException();
            }
        }
    }
}
