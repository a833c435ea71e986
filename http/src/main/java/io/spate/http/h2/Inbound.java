package io.spate.http.h2;

import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Failure;
import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseHead;
import io.spate.net.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What the server's frames do to the streams of a connection and to the connection itself. Parks
 * nobody and runs no user's code, so that whoever reads can do it for all.
 */
final class Inbound {
    private static final long WINDOW_BYTES_MAX = Integer.MAX_VALUE;

    private final Connection wire;
    private final StreamTable streams;
    private final FrameWriter writer;
    private final WaitList waiting;
    private final PeerSettings peer = new PeerSettings();
    private final HeadReader heads = new HeadReader();
    private final ReceiveWindow receiveWindow = new ReceiveWindow(ReceiveWindow.CONNECTION_BYTES);
    private long sendWindow = PeerSettings.FIRST_WINDOW_BYTES;
    private int lastOpened;
    private boolean goingAway;
    private String goAwayText = "";
    private long overheadBytes;

    Inbound(Connection wire, StreamTable streams, FrameWriter writer, WaitList waiting) {
        this.wire = wire;
        this.streams = streams;
        this.writer = writer;
        this.waiting = waiting;
    }

    PeerSettings peer() {
        return peer;
    }

    /** Whether the server takes no new streams. */
    boolean isGoingAway() {
        return goingAway;
    }

    /** What the server complained of when it gave up the connection; empty where it did not. */
    String goAwayText() {
        return goAwayText;
    }

    /** The stream opened last; later ones are not there yet. */
    void opened(int stream) {
        lastOpened = stream;
    }

    /** How much of a body may be sent now. */
    long sendWindow(Http2Stream stream) {
        return Math.min(sendWindow, stream.sendWindow);
    }

    void sent(Http2Stream stream, int count) {
        sendWindow -= count;
        stream.sendWindow -= count;
    }

    /** Gives room back that a stream's body has taken. */
    void consumed(Http2Stream stream, int count) throws Http2Exception {
        int update = stream.receiveWindow.consumed(count);
        if (update > 0 && !stream.ended()) {
            Frame.putWindowUpdate(writer.answers(), stream.id(), update);
        }
    }

    void overhead(int bytes) {
        overheadBytes += bytes;
    }

    /** Bytes received that belong to no request, since the last call. */
    long takeOverheadBytes() {
        long taken = overheadBytes;
        overheadBytes = 0;
        return taken;
    }

    void data(int id, byte[] in, int from, int count, int frameLength, boolean ends)
            throws Http2Exception {
        if (!receiveWindow.received(frameLength)) {
            throw new Http2Exception(ErrorCode.FLOW_CONTROL_ERROR, "more data than its window");
        }
        int update = receiveWindow.consumed(frameLength);
        if (update > 0) {
            Frame.putWindowUpdate(writer.answers(), 0, update);
        }
        Http2Stream stream = find(id);
        if (stream == null) {
            overheadBytes += Frame.HEADER_BYTES + frameLength;
            return;
        }
        stream.received(Frame.HEADER_BYTES + frameLength, wire.receivedNanos());
        if (!stream.receiveWindow.received(frameLength)) {
            stream.fail(
                    new Failed(
                            Failure.HTTP2_STREAM, "malformed HTTP/2: more data than its window"));
        }
        int padding = frameLength - count;
        int free = stream.data(in, from, count);
        if (ends) {
            stream.end();
        }
        consumed(stream, free + padding);
        wakeIfConcerned(stream);
    }

    void headers(int id, byte[] in, int from, int to, int bytes, boolean ends)
            throws Http2Exception {
        Http2Stream stream = find(id);
        if (stream == null) {
            overheadBytes += bytes;
            heads.skip(in, from, to);
            return;
        }
        stream.received(bytes, wire.receivedNanos());
        if (stream.hasHead()) {
            heads.skip(in, from, to);
            if (ends) {
                stream.end();
            } else {
                stream.fail(new Failed(Failure.HTTP2_STREAM));
            }
        } else {
            try {
                ResponseHead head = heads.head(in, from, to);
                stream.head(head, ends);
            } catch (Failed e) {
                stream.fail(e);
            }
        }
        wakeIfConcerned(stream);
    }

    private void wakeIfConcerned(Http2Stream stream) {
        if (stream.ended() || stream.hasPending()) {
            waiting.wake(stream.waiter);
        }
    }

    void reset(int id, int code) throws Http2Exception {
        Http2Stream stream = find(id);
        if (stream == null) {
            return;
        }
        stream.endedByServer = true;
        if (code == ErrorCode.REFUSED_STREAM.number()) {
            stream.fail(new Failed(Failure.REFUSED_STREAM));
        } else {
            String text = Failure.STREAM_RESET.text() + ": " + ErrorCode.name(code);
            stream.fail(new Failed(Failure.STREAM_RESET, text));
        }
        waiting.wake(stream.waiter);
    }

    void settings(byte[] in, int from, int length, boolean first) throws Http2Exception {
        if (first) {
            peer.first();
        }
        int before = peer.windowBytes();
        for (int at = from; at < from + length; at += PeerSettings.BYTES) {
            int id = ((in[at] & 0xff) << 8) | (in[at + 1] & 0xff);
            peer.set(id, Frame.getInt(in, at + 2));
        }
        long widened = (long) peer.windowBytes() - before;
        if (widened != 0) {
            streams.forEach(stream -> widen(stream, widened));
        }
        Frame.putHeader(writer.answers(), 0, Frame.SETTINGS, Frame.ACK, 0);
    }

    void ping(byte[] in, int from) throws Http2Exception {
        ByteWriter out = writer.answers();
        Frame.putHeader(out, 8, Frame.PING, Frame.ACK, 0);
        out.put(in, from, 8);
    }

    /** Ends the streams that the server has not begun on. */
    void goAway(int last, int code) {
        goingAway = true;
        if (code != ErrorCode.NO_ERROR.number()) {
            goAwayText = ErrorCode.name(code);
        }
        streams.forEach(
                stream -> {
                    if (stream.id() > last) {
                        stream.endedByServer = true;
                        stream.fail(new Failed(Failure.GOING_AWAY));
                        waiting.wake(stream.waiter);
                    }
                });
    }

    void windowUpdate(int id, int count) throws Http2Exception {
        if (id == 0) {
            if (count == 0 || sendWindow + count > WINDOW_BYTES_MAX) {
                throw new Http2Exception(ErrorCode.FLOW_CONTROL_ERROR, "a bad window update");
            }
            sendWindow += count;
            streams.forEach(this::wakeSender);
            return;
        }
        Http2Stream stream = find(id);
        if (stream != null) {
            if (count == 0) {
                stream.fail(new Failed(Failure.HTTP2_STREAM));
                waiting.wake(stream.waiter);
            } else {
                widen(stream, count);
            }
        }
    }

    private void widen(Http2Stream stream, long by) {
        stream.sendWindow += by;
        if (stream.sendWindow > WINDOW_BYTES_MAX) {
            stream.fail(new Failed(Failure.HTTP2_STREAM, "malformed HTTP/2: a bad window update"));
            waiting.wake(stream.waiter);
        }
        wakeSender(stream);
    }

    private void wakeSender(Http2Stream stream) {
        if (stream.needsWindow) {
            waiting.wake(stream.waiter);
        }
    }

    /** The stream of a number; null where it has ended. */
    private @Nullable Http2Stream find(int id) throws Http2Exception {
        if (id > lastOpened || (id & 1) == 0) {
            throw new Http2Exception(ErrorCode.PROTOCOL_ERROR, "a stream that nobody opened");
        }
        return streams.get(id);
    }
}
