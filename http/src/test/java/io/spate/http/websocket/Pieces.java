package io.spate.http.websocket;

import io.spate.net.Connection;
import java.util.Arrays;

/** A connection that brings known bytes, a few at a time, and ends. */
final class Pieces implements Connection {
    private final byte[] all;
    private final int chunk;
    private int position;
    private int limit;

    Pieces(byte[] all, int chunk) {
        this.all = all;
        this.chunk = chunk;
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadlineNanos) {
        throw new UnsupportedOperationException("it is for reading");
    }

    @Override
    public int fill(long deadlineNanos) {
        int more = Math.min(chunk, all.length - limit);
        limit += more;
        return more == 0 ? -1 : more;
    }

    @Override
    public byte[] buffer() {
        // What has not come yet is not there to be read by mistake.
        return Arrays.copyOf(all, limit);
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public void consume(int count) {
        position += count;
    }

    @Override
    public boolean isOpen() {
        return limit < all.length;
    }

    @Override
    public long sentNanos() {
        return 0;
    }

    @Override
    public long receivedNanos() {
        return 0;
    }

    @Override
    public long bytesIn() {
        return limit;
    }

    @Override
    public long bytesOut() {
        return 0;
    }

    @Override
    public Opening opening() {
        return new Opening(0, 0, 0, "", "", "");
    }

    @Override
    public void close() {
        limit = all.length;
    }
}
