package io.spate.engine;

import io.spate.engine.pacing.ArrivalPacer;
import io.spate.engine.pacing.Course;
import io.spate.engine.pacing.Courses;
import io.spate.engine.pacing.RateCurve;
import io.spate.engine.pacing.Segment;
import io.spate.engine.pacing.Timetable;
import io.spate.plan.RateStage;
import io.spate.plan.Spacing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to find the next due iteration of an open workload. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ArrivalPacerBenchmark {
    private static final Duration HOUR = Duration.ofHours(1);

    /** How the iterations lie in time. */
    @Param({"EVEN", "POISSON"})
    public Spacing spacing = Spacing.EVEN;

    /** How many workers share them. */
    @Param({"1", "8"})
    public int workers = 1;

    private ArrivalPacer pacer = pacer();

    /** Starts anew, so that the workload does not come to its end. */
    @Setup(Level.Iteration)
    public void prepare() {
        pacer = pacer();
    }

    private ArrivalPacer pacer() {
        var curve = RateCurve.ramp(0, List.of(new RateStage(HOUR, 1e7), new RateStage(HOUR, 1e6)));
        var course =
                new Course(0, Timetable.from(0), 0, HOUR.multipliedBy(2).toNanos(), curve, 100);
        return new ArrivalPacer(new Courses(course), new Segment(0, workers), spacing, 1);
    }

    /** One iteration of this worker. */
    @Benchmark
    public long next() {
        var due = pacer.dueNanos();
        if (pacer.isDue(due)) {
            pacer.take();
        }
        return due;
    }
}
