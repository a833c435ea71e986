package io.spate.output.statsd;

import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SendException;
import io.spate.output.delivery.UdpSender;
import java.util.List;

/** Brings packets to a server by UDP. */
final class StatsdCarrier implements Carrier<Interval, byte[]> {
    private final UdpSender sender;
    private final StatsdPackets packets;

    StatsdCarrier(UdpSender sender, StatsdPackets packets) {
        this.sender = sender;
        this.packets = packets;
    }

    @Override
    public void prepare() {}

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
        sender.send(packet);
    }

    @Override
    public void close() {
        sender.close();
    }
}
