package io.spate.output.influx;

import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.HttpSender;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SendException;
import java.util.List;
import java.util.function.Function;

/** Brings lines to InfluxDB. */
final class InfluxCarrier<T> implements Carrier<T, byte[]> {
    private final InfluxServer server;
    private final Function<T, List<Parcel<byte[]>>> encode;
    private final HttpSender sender;

    InfluxCarrier(InfluxServer server, Function<T, List<Parcel<byte[]>>> encode) {
        this.server = server;
        this.encode = encode;
        this.sender = new HttpSender(server.target());
    }

    @Override
    public void prepare() throws SendException, InterruptedException {
        server.prepare(sender);
    }

    @Override
    public List<Parcel<byte[]>> encode(T item) {
        return encode.apply(item);
    }

    @Override
    public List<Parcel<byte[]>> rest(RunResult result) {
        return List.of();
    }

    @Override
    public void send(byte[] lines) throws SendException, InterruptedException {
        server.write(sender, lines);
    }

    @Override
    public void close() {
        sender.close();
    }
}
