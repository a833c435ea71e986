package io.spate.http.h2;

import io.spate.http.wire.ByteWriter;
import io.spate.net.Connection;

/**
 * Takes whole frames out of a connection's buffer and checks what can be told from one alone: its
 * size, its place, its padding. Belongs to one connection.
 */
final class FrameReader {
    private static final int FRAME_BYTES_MAX = 16 << 10;
    private static final int BLOCK_FRAMES_MAX = 64;

    private final Connection wire;
    private final Inbound to;
    private long frames;
    private boolean settled;

    /** A header block that comes in several frames. */
    private final ByteWriter block = new ByteWriter();

    private int blockStream;
    private int blockFrames;
    private int blockFlags;

    FrameReader(Connection wire, Inbound to) {
        this.wire = wire;
        this.to = to;
    }

    /** How many frames have come. */
    long frames() {
        return frames;
    }

    /** Takes all that have arrived whole. */
    void read() throws Http2Exception {
        while (true) {
            byte[] in = wire.buffer();
            int at = wire.position();
            int available = wire.limit() - at;
            if (available < Frame.HEADER_BYTES) {
                return;
            }
            int length = Frame.length(in, at);
            int type = in[at + 3] & 0xff;
            int flags = in[at + 4] & 0xff;
            int stream = Frame.getInt(in, at + 5) & Integer.MAX_VALUE;
            if (!settled && (type != Frame.SETTINGS || (flags & Frame.ACK) != 0)) {
                throw protocolError("the server does not start with SETTINGS");
            }
            if (length > FRAME_BYTES_MAX) {
                throw new Http2Exception(ErrorCode.FRAME_SIZE_ERROR, "a frame over 16 KB");
            }
            if (available < Frame.HEADER_BYTES + length) {
                return;
            }
            frames++;
            if (blockStream != 0 && (type != Frame.CONTINUATION || stream != blockStream)) {
                throw protocolError("a header block is interrupted");
            }
            frame(in, at + Frame.HEADER_BYTES, length, type, flags, stream);
            settled = true;
            wire.consume(Frame.HEADER_BYTES + length);
        }
    }

    private void frame(byte[] in, int from, int length, int type, int flags, int stream)
            throws Http2Exception {
        switch (type) {
            case Frame.DATA -> data(in, from, length, flags, stream);
            case Frame.HEADERS -> headers(in, from, length, flags, stream);
            case Frame.CONTINUATION -> continuation(in, from, length, flags, stream);
            case Frame.RST_STREAM -> {
                checkLength(length == 4);
                checkPlace(stream != 0);
                to.reset(stream, Frame.getInt(in, from));
            }
            case Frame.SETTINGS -> {
                boolean isAck = (flags & Frame.ACK) != 0;
                checkLength(isAck ? length == 0 : length % PeerSettings.BYTES == 0);
                checkPlace(stream == 0);
                if (!isAck) {
                    to.settings(in, from, length, !settled);
                }
            }
            case Frame.PUSH_PROMISE -> throw protocolError("a push, which was declined");
            case Frame.PING -> {
                checkLength(length == 8);
                checkPlace(stream == 0);
                if ((flags & Frame.ACK) == 0) {
                    to.ping(in, from);
                }
            }
            case Frame.GOAWAY -> {
                checkLength(length >= 8);
                checkPlace(stream == 0);
                int last = Frame.getInt(in, from) & Integer.MAX_VALUE;
                to.goAway(last, Frame.getInt(in, from + 4));
            }
            case Frame.WINDOW_UPDATE -> {
                checkLength(length == 4);
                to.windowUpdate(stream, Frame.getInt(in, from) & Integer.MAX_VALUE);
            }
            default -> {
                // Priorities and extensions.
            }
        }
        if (stream == 0 || (type > Frame.HEADERS && type != Frame.CONTINUATION)) {
            to.overhead(Frame.HEADER_BYTES + length);
        }
    }

    private void data(byte[] in, int from, int length, int flags, int stream)
            throws Http2Exception {
        checkPlace(stream != 0);
        int padding = padding(in, from, length, flags);
        int start = from + ((flags & Frame.PADDED) == 0 ? 0 : 1);
        int count = from + length - padding - start;
        to.data(stream, in, start, count, length, (flags & Frame.END_STREAM) != 0);
    }

    private void headers(byte[] in, int from, int length, int flags, int stream)
            throws Http2Exception {
        checkPlace(stream != 0);
        int padding = padding(in, from, length, flags);
        int skipped =
                ((flags & Frame.PADDED) == 0 ? 0 : 1) + ((flags & Frame.PRIORITIZED) == 0 ? 0 : 5);
        int start = from + skipped;
        int end = from + length - padding;
        checkLength(start <= end);
        if ((flags & Frame.END_HEADERS) != 0) {
            int bytes = Frame.HEADER_BYTES + length;
            to.headers(stream, in, start, end, bytes, (flags & Frame.END_STREAM) != 0);
            return;
        }
        blockStream = stream;
        blockFlags = flags;
        blockFrames = 1;
        block.clear();
        block.put(in, start, end - start);
    }

    private void continuation(byte[] in, int from, int length, int flags, int stream)
            throws Http2Exception {
        checkPlace(blockStream != 0);
        blockFrames++;
        block.put(in, from, length);
        if (blockFrames > BLOCK_FRAMES_MAX || block.length() > HeadReader.LIST_BYTES_MAX) {
            throw new Http2Exception(
                    ErrorCode.ENHANCE_YOUR_CALM, "headers over 64 KB or 64 frames");
        }
        if ((flags & Frame.END_HEADERS) != 0) {
            blockStream = 0;
            int bytes = block.length() + blockFrames * Frame.HEADER_BYTES;
            boolean ends = (blockFlags & Frame.END_STREAM) != 0;
            to.headers(stream, block.array(), 0, block.length(), bytes, ends);
        }
    }

    private static int padding(byte[] in, int from, int length, int flags) throws Http2Exception {
        if ((flags & Frame.PADDED) == 0) {
            return 0;
        }
        if (length == 0 || (in[from] & 0xff) >= length) {
            throw protocolError("padding over the frame's length");
        }
        return in[from] & 0xff;
    }

    private static void checkLength(boolean right) throws Http2Exception {
        if (!right) {
            throw new Http2Exception(ErrorCode.FRAME_SIZE_ERROR, "a frame of a wrong size");
        }
    }

    private static void checkPlace(boolean right) throws Http2Exception {
        if (!right) {
            throw protocolError("a frame where it may not be");
        }
    }

    private static Http2Exception protocolError(String text) {
        return new Http2Exception(ErrorCode.PROTOCOL_ERROR, text);
    }
}
