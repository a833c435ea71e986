package io.spate.k6.load;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A file in memory, read from its start or from anywhere. */
final class ModuleBytes implements SeekableByteChannel {
    private final byte[] bytes;
    private int position;
    private boolean open = true;

    ModuleBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into) {
        if (position >= bytes.length) {
            return -1;
        }
        int count = Math.min(into.remaining(), bytes.length - position);
        into.put(bytes, position, count);
        position += count;
        return count;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = Math.toIntExact(to);
        return this;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
