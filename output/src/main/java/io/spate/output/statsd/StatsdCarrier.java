package io.spate.output.statsd;

import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SendException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings packets to a server by UDP: whether they arrive is known only where it refuses them. */
final class StatsdCarrier implements Carrier<Interval, byte[]> {
    private final InetSocketAddress address;
    private final StatsdPackets packets;
    private @Nullable DatagramChannel channel;

    StatsdCarrier(InetSocketAddress address, StatsdPackets packets) {
        this.address = address;
        this.packets = packets;
    }

    @Override
    public void prepare() throws SendException {
        if (address.isUnresolved()) {
            throw SendException.lasting("the name of its host is not known");
        }
        try {
            channel = DatagramChannel.open().connect(address);
        } catch (IOException e) {
            throw SendException.passing("cannot be reached: " + e.getMessage());
        }
    }

    @Override
    public List<Parcel<byte[]>> encode(Interval interval) {
        return packets.of(interval.snapshot());
    }

    @Override
    public List<Parcel<byte[]>> rest(RunResult result) {
        return List.of();
    }

    @Override
    public void send(byte[] packet) throws SendException {
        var open = channel;
        try {
            if (open != null) {
                open.write(ByteBuffer.wrap(packet));
            }
        } catch (IOException e) {
            throw SendException.passing(
                    e instanceof PortUnreachableException
                            ? "refuses packets"
                            : "cannot be reached: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        var open = channel;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException _) {
            // Nothing is kept in it.
        }
    }
}
