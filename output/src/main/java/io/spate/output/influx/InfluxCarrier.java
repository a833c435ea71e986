package io.spate.output.influx;

import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SendException;
import java.util.List;
import java.util.function.Function;

/** Brings lines to InfluxDB. */
final class InfluxCarrier<T> implements Carrier<T, byte[]> {
    private final InfluxWay way;
    private final Function<T, List<Parcel<byte[]>>> encode;
    private final SecondLines lines;

    /**
     * To a database.
     *
     * @param lines of what is not a single value
     */
    InfluxCarrier(InfluxWay way, Function<T, List<Parcel<byte[]>>> encode, SecondLines lines) {
        this.way = way;
        this.encode = encode;
        this.lines = lines;
    }

    @Override
    public void prepare() throws SendException, InterruptedException {
        way.prepare();
    }

    @Override
    public List<Parcel<byte[]>> encode(T item) {
        return encode.apply(item);
    }

    @Override
    public List<Parcel<byte[]>> rest(RunResult result) {
        return lines.of(result);
    }

    @Override
    public void send(byte[] text) throws SendException, InterruptedException {
        way.write(text);
    }

    @Override
    public void close() {
        way.close();
    }
}
