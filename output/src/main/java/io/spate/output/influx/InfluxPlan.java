package io.spate.output.influx;

import io.spate.output.delivery.Batch;
import io.spate.output.delivery.Delivery;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.SecondsOutput;
import io.spate.output.k6.K6Tags;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * An InfluxDB that is asked for.
 *
 * @param way opens how points get there
 * @param seconds whether it gets what each second came to, rather than each value
 * @param every how often single values are sent
 */
record InfluxPlan(
        String shown,
        Function<OutputContext, InfluxWay> way,
        boolean seconds,
        Duration every,
        FieldTags fields,
        Precision precision)
        implements OutputPlan {

    @Override
    public boolean wantsSamples() {
        return !seconds;
    }

    @Override
    public OpenOutput open(OutputContext run) {
        var opened = way.apply(run);
        var lines = new SecondLines(opened.protocol(), precision);
        if (seconds) {
            return new SecondsOutput(
                    shown,
                    new InfluxCarrier<Interval>(opened, lines::of, lines),
                    run.ticker(),
                    run.messages());
        }
        var carrier =
                new InfluxCarrier<Batch<byte[]>>(opened, batch -> List.of(batch.parcel()), lines);
        return new InfluxSamples(
                Delivery.start(shown, carrier, run.ticker(), run.messages()),
                run.ticker(),
                every.toNanos(),
                K6Tags.of(run.systemTags()),
                fields,
                opened.protocol(),
                precision);
    }
}
