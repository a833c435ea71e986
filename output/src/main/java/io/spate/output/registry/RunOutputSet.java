package io.spate.output.registry;

import io.spate.metrics.SampleLogs;
import io.spate.metrics.Snapshot;
import io.spate.metrics.keeping.Tracing;
import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.SampleSink;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The outputs of one run. None of them holds up the others, and the end waits for all of them
 * together.
 */
public final class RunOutputSet implements Output {
    /** How long the end of a run waits until what has been measured has arrived. */
    public static final Duration DRAIN = Duration.ofSeconds(10);

    private final List<OutputPlan> plans;
    private final Duration drain;
    private final Optional<SampleLogs> logs;
    private final List<Open> open = new ArrayList<>();
    private final List<Delivered> delivered = new ArrayList<>();
    private Optional<SamplePump> pump = Optional.empty();
    private Optional<OutputContext> context = Optional.empty();

    private record Open(OutputPlan plan, OpenOutput output) {}

    /** Those that were asked for; none is open yet. */
    public RunOutputSet(List<OutputPlan> plans) {
        this(plans, DRAIN);
    }

    /** The same with another limit to how long the end waits. */
    public RunOutputSet(List<OutputPlan> plans, Duration drain) {
        this.plans = List.copyOf(plans);
        this.drain = drain;
        this.logs =
                plans.stream().anyMatch(OutputPlan::wantsSamples)
                        ? Optional.of(new SampleLogs())
                        : Optional.empty();
    }

    /** Where recorders put their values; empty where nobody asks for them. */
    public Optional<SampleLogs> logs() {
        return logs;
    }

    /** How requests are to be traced for all of them. */
    public Tracing tracing() {
        return plans.stream().map(OutputPlan::tracing).reduce(Tracing.OFF, Tracing::and);
    }

    /** As people should see them. */
    public List<String> shown() {
        return plans.stream().map(OutputPlan::shown).toList();
    }

    /** What became of what was measured, by output; empty before the end. */
    public List<Delivered> delivered() {
        return List.copyOf(delivered);
    }

    /**
     * Opens them all.
     *
     * @throws io.spate.output.type.WrongOutputException where one cannot be
     */
    public void open(OutputContext run) {
        context = Optional.of(run);
        plans.forEach(it -> open.add(new Open(it, it.open(run))));
        var sinks = new ArrayList<SampleSink>();
        open.forEach(it -> it.output.samples().ifPresent(sinks::add));
        pump =
                logs.map(
                        it ->
                                new SamplePump(
                                        sinks, it, run.ticker(), run.metrics(), run.messages()));
    }

    @Override
    public void accept(Snapshot second) {
        pump.ifPresent(it -> it.gauges(second));
        each(it -> it.accept(second));
    }

    @Override
    public void finish(RunResult result) {
        context.ifPresent(it -> finish(result, it));
    }

    private void finish(RunResult result, OutputContext run) {
        long dropped = pump.map(SamplePump::finish).orElse(0L);
        if (dropped > 0) {
            run.messages()
                    .accept(
                            ("%,d samples came faster than they could be taken, and are missing in"
                                            + " the outputs of single values")
                                    .formatted(dropped));
        }
        each(it -> it.finish(result));
        long deadline = run.ticker().nanoTime() + drain.toNanos();
        for (var each : open) {
            var came = each.output.await(deadline);
            delivered.add(each.plan.wantsSamples() ? came.losing(dropped) : came);
            if (came.lost() > 0) {
                run.messages().accept(lost(came));
            }
        }
    }

    private static String lost(Delivered came) {
        return "%s: %,d of %,d points were lost%s"
                .formatted(
                        came.output(),
                        came.lost(),
                        came.lost() + came.sent(),
                        came.failure().isEmpty() ? "" : ": it " + came.failure());
    }

    private void each(Consumer<OpenOutput> what) {
        for (var each : List.copyOf(open)) {
            try {
                what.accept(each.output);
            } catch (RuntimeException e) {
                open.remove(each);
                context.ifPresent(
                        it ->
                                it.messages()
                                        .accept(
                                                "%s has failed and is left out from now on: %s"
                                                        .formatted(each.plan.shown(), e)));
            }
        }
    }
}
