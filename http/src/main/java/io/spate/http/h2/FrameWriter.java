package io.spate.http.h2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.spate.http.h2.hpack.BlockShortener;
import io.spate.http.wire.ByteWriter;
import io.spate.metrics.Ticker;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes frames, one user's after another's: a frame is whole before the next one starts, and where
 * the network takes no more, others wait their turn. What answers the peer (acknowledgements,
 * window updates, resets) is gathered and goes along with the next write. Belongs to one
 * connection.
 */
final class FrameWriter {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
    private static final int ANSWER_BYTES_MAX = 64 << 10;

    /** Larger pieces of a body are not copied behind their frame's header first. */
    private static final int JOINED_BYTES_MAX = 1 << 10;

    private final Connection wire;
    private final WaitList turns;
    private final ByteWriter out = new ByteWriter();
    private final ByteWriter answers = new ByteWriter();
    private final ByteWriter block = new ByteWriter();
    private final BlockShortener shortener = new BlockShortener();

    /** Requests that are queued and not known to be sent. */
    private final List<Http2Stream> unsent = new ArrayList<>(1);

    private long sentNanosSeen;
    private boolean busy;
    private boolean broken;
    private long overheadBytes;

    FrameWriter(Connection wire, Timers timers, Ticker ticker) {
        this.wire = wire;
        turns = new WaitList(timers, ticker);
        sentNanosSeen = wire.sentNanos();
        answers.put(PREFACE);
        Frame.putHeader(answers, 4 * 6, Frame.SETTINGS, 0, 0);
        Frame.putSetting(answers, PeerSettings.HEADER_TABLE_SIZE, HeadReader.TABLE_BYTES_MAX);
        Frame.putSetting(answers, PeerSettings.ENABLE_PUSH, 0);
        Frame.putSetting(answers, PeerSettings.INITIAL_WINDOW_SIZE, ReceiveWindow.STREAM_BYTES);
        Frame.putSetting(answers, PeerSettings.MAX_HEADER_LIST_SIZE, HeadReader.LIST_BYTES_MAX);
        int more = ReceiveWindow.CONNECTION_BYTES - PeerSettings.FIRST_WINDOW_BYTES;
        Frame.putWindowUpdate(answers, 0, more);
    }

    /** Answers to the peer are put here; they leave with {@link #flush} at the latest. */
    ByteWriter answers() throws Http2Exception {
        if (answers.length() > ANSWER_BYTES_MAX) {
            throw new Http2Exception(
                    ErrorCode.ENHANCE_YOUR_CALM, "more questions than answers taken");
        }
        return answers;
    }

    /** Ends a request, as far as the answers have room: who floods will hear of it elsewhere. */
    void reset(int stream, ErrorCode code) {
        if (answers.length() <= ANSWER_BYTES_MAX) {
            Frame.putReset(answers, stream, code);
        }
    }

    /** Waits for the turn to write. */
    void lock(Waiter waiter, long deadlineNanos) throws NetException {
        while (busy) {
            turns.await(waiter, deadlineNanos);
        }
        busy = true;
        start();
    }

    void unlock() {
        busy = false;
        turns.wakeFirst();
    }

    private void start() {
        settle();
        out.clear();
        if (!answers.isEmpty()) {
            overheadBytes += answers.length();
            out.put(answers);
            answers.clear();
        }
    }

    /**
     * Writes the head of a request, of which the block is given. The turn is the caller's, as for
     * what follows.
     */
    int putHeaders(int stream, byte[] given, int givenLength, PeerSettings peer, boolean ends) {
        block.clear();
        shortener.limit(peer.tableBytesMax());
        shortener.shorten(given, givenLength, block);
        int length = block.length();
        int frameBytesMax = peer.frameBytesMax();
        int flags = ends ? Frame.END_STREAM : 0;
        int first = Math.min(length, frameBytesMax);
        int before = out.length();
        int whole = first == length ? Frame.END_HEADERS : 0;
        Frame.putHeader(out, first, Frame.HEADERS, flags | whole, stream);
        out.put(block.array(), 0, first);
        for (int at = first; at < length; ) {
            int count = Math.min(length - at, frameBytesMax);
            int last = at + count == length ? Frame.END_HEADERS : 0;
            Frame.putHeader(out, count, Frame.CONTINUATION, last, stream);
            out.put(block.array(), at, count);
            at += count;
        }
        return out.length() - before;
    }

    /** Writes a piece of a body, and with it all that was put before. */
    void writeData(
            Http2Stream stream, byte[] bytes, int from, int count, boolean ends, long deadlineNanos)
            throws NetException {
        int flags = ends ? Frame.END_STREAM : 0;
        Frame.putHeader(out, count, Frame.DATA, flags, stream.id());
        if (count <= JOINED_BYTES_MAX) {
            out.put(bytes, from, count);
            write(deadlineNanos);
        } else {
            write(deadlineNanos);
            write(bytes, from, count, deadlineNanos);
        }
        stream.sent(Frame.HEADER_BYTES + count);
    }

    /** Writes what was put. */
    void write(long deadlineNanos) throws NetException {
        write(out.array(), 0, out.length(), deadlineNanos);
        out.clear();
    }

    private void write(byte[] bytes, int from, int count, long deadlineNanos) throws NetException {
        if (broken) {
            return;
        }
        try {
            wire.write(bytes, from, count, deadlineNanos);
        } catch (NetException e) {
            broken = true;
            if (e.kind() == NetException.Kind.TIMEOUT
                    || e.kind() == NetException.Kind.INTERRUPTED) {
                throw e;
            }
            // What the server sent before it closed may still be there; reading tells the rest.
        }
    }

    /** Writes the answers, unless somebody writes, who will. */
    void flush(long deadlineNanos) throws NetException {
        if (answers.isEmpty() || busy) {
            return;
        }
        busy = true;
        try {
            start();
            write(deadlineNanos);
        } finally {
            unlock();
        }
    }

    /** Takes note that a request is queued as a whole. */
    void queued(Http2Stream stream) {
        unsent.add(stream);
    }

    /** Takes note that nobody asks any more when a request was sent. */
    void forget(Http2Stream stream) {
        unsent.remove(stream);
    }

    /** Tells the requests queued before when they were sent, where that was. */
    void settle() {
        long sentNanos = wire.sentNanos();
        if (sentNanos != sentNanosSeen) {
            for (int i = 0; i < unsent.size(); i++) {
                unsent.get(i).sentAt(sentNanos);
            }
            unsent.clear();
            sentNanosSeen = sentNanos;
        }
    }

    /** Bytes written that belong to no request, since the last call. */
    long takeOverheadBytes() {
        long taken = overheadBytes;
        overheadBytes = 0;
        return taken;
    }
}
