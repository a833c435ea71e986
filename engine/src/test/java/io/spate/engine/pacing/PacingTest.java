package io.spate.engine.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.plan.RateStage;
import io.spate.plan.Spacing;
import io.spate.plan.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/**
 * The property that matters, in virtual time: for any workload, any pauses and changes and any
 * number of workers, what is due by any instant is exact, however late the workers look.
 */
class PacingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LENGTH = 20 * SECOND;

    /** A pause or a resumption where the level is empty, else a change. */
    record Change(long nanos, boolean toggle, int level) {}

    @Property(tries = 300)
    void everyIterationIsDueOnceAndWhenThePausesLetIt(
            @ForAll("rates") RateCurve planned,
            @ForAll("changes") @Size(max = 6) List<Change> changes,
            @ForAll @IntRange(min = 1, max = 7) int workers,
            @ForAll Spacing spacing,
            @ForAll @LongRange(min = 0, max = 1000) long seed) {
        var courses = courses(planned, changes);
        var whole = run(courses, Segment.WHOLE, spacing, seed, 1);

        var together = new TreeMap<Long, Long>();
        for (int i = 0; i < workers; i++) {
            together.putAll(run(courses, new Segment(i, workers), spacing, seed, seed + i));
        }

        assertThat(together).isEqualTo(whole);
        assertThat(whole.keySet().stream().toList()).isEqualTo(range(whole.size()));
        if (spacing == Spacing.EVEN) {
            // Rounded up: an iteration at the very start is one.
            var count = expected(courses);
            assertThat((double) whole.size())
                    .isBetween(Math.ceil(count - 1e-6), Math.ceil(count + 1e-6));
        }
        assertThat(new ArrayList<>(whole.values())).isSorted();
        assertThat(whole.values()).noneMatch(due -> isPaused(courses, due));
    }

    @Property(tries = 300)
    void asManyUsersAreThereAsAllWorkersTogetherShould(
            @ForAll("users") VuCurve planned,
            @ForAll("changes") @Size(max = 6) List<Change> changes,
            @ForAll @IntRange(min = 1, max = 7) int workers,
            @ForAll @LongRange(min = 0, max = 1000) long seed) {
        var courses = courses(planned, changes);
        var pacers = new ArrayList<UserPacer>();
        for (int i = 0; i < workers; i++) {
            pacers.add(new UserPacer(queue(courses), new Segment(i, workers)));
        }
        var random = new Random(seed);
        for (long now = 0; now < 2 * LENGTH; now += random.nextLong(SECOND)) {
            long sum = 0;
            for (var pacer : pacers) {
                sum += pacer.usersAt(now);
            }
            assertThat(sum).isEqualTo(usersAt(courses, now));
        }
    }

    @Property(tries = 200)
    void aWorkerThatWakesWhenItIsToldMissesNoChangeOfUsers(
            @ForAll("users") VuCurve planned,
            @ForAll("changes") @Size(max = 6) List<Change> changes,
            @ForAll @LongRange(min = 0, max = 40_000_000_000L) long instant) {
        var courses = courses(planned, changes);
        var pacer = new UserPacer(queue(courses), Segment.WHOLE);
        long now = 0;
        long users = pacer.usersAt(0);
        for (var next = pacer.nextNanos(0); next <= instant; next = pacer.nextNanos(now)) {
            now = next;
            users = pacer.usersAt(now);
        }

        assertThat(users).isEqualTo(usersAt(courses, instant));
    }

    /** The iterations that a worker starts, by key, with their due times. */
    private static Map<Long, Long> run(
            List<Course> courses, Segment segment, Spacing spacing, long seed, long lateness) {
        var pacer = new ArrivalPacer(queue(courses), segment, spacing, seed);
        var random = new Random(lateness);
        var dues = new TreeMap<Long, Long>();
        for (long now = 0; now < 4 * LENGTH; now += random.nextLong(SECOND / 2) + 1) {
            while (pacer.isDue(now)) {
                assertThat(pacer.dueNanos()).isLessThanOrEqualTo(now);
                dues.put(pacer.key(), pacer.dueNanos());
                pacer.take();
            }
        }
        return dues;
    }

    /** The integral over all courses until the end, or until the pause that never ends. */
    private static double expected(List<Course> courses) {
        var last = courses.getLast();
        var stops = !last.clock().running() && last.workloadAt(last.fromNanos()) < LENGTH;
        return ((RateCurve) last.curve())
                .countAt(stops ? last.workloadAt(last.fromNanos()) : LENGTH);
    }

    private static int usersAt(List<Course> courses, long nanos) {
        var course = courses.stream().filter(it -> it.fromNanos() <= nanos).toList().getLast();
        return ((VuCurve) course.curve()).vusAt(course.workloadAt(nanos));
    }

    private static boolean isPaused(List<Course> courses, long nanos) {
        return !courses.stream()
                .filter(it -> it.fromNanos() <= nanos)
                .toList()
                .getLast()
                .clock()
                .running();
    }

    private static Courses queue(List<Course> courses) {
        var queue = new Courses(courses.getFirst());
        courses.stream().skip(1).forEach(queue::add);
        return queue;
    }

    private static List<Course> courses(Curve planned, List<Change> changes) {
        var courses = new ArrayList<Course>();
        courses.add(new Course(0, Timetable.from(0), 0, LENGTH, planned, 100));
        long now = 0;
        for (var change : changes) {
            now += change.nanos;
            var last = courses.getLast();
            if (last.workloadAt(now) >= LENGTH) {
                break;
            }
            courses.add(change.toggle ? toggled(last, now) : changed(last, now, change.level));
        }
        return courses;
    }

    private static Course toggled(Course last, long now) {
        var clock = last.clock();
        return last.with(now, clock.running() ? clock.paused(now) : clock.resumed(now));
    }

    private static Course changed(Course last, long now, int level) {
        var curve =
                switch (last.curve()) {
                    case VuCurve _ -> new VuCurve.Constant(level);
                    case RateCurve rates ->
                            rates.changed(
                                    last.workloadAt(now), RateCurve.constant(level, LENGTH), 0);
                };
        return last.with(now, curve, 100);
    }

    private static List<Long> range(int size) {
        return java.util.stream.LongStream.range(0, size).boxed().toList();
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 8 * SECOND),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 60))
                .as(Change::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<RateCurve> rates() {
        return Arbitraries.integers()
                .between(0, 60)
                .list()
                .ofSize(5)
                .map(
                        rates ->
                                RateCurve.ramp(
                                        rates.getFirst(),
                                        rates.stream()
                                                .skip(1)
                                                .map(it -> new RateStage(Duration.ofSeconds(5), it))
                                                .toList()));
    }

    @Provide
    Arbitrary<VuCurve> users() {
        var ramps =
                Arbitraries.integers()
                        .between(0, 60)
                        .list()
                        .ofSize(5)
                        .map(
                                users ->
                                        (VuCurve)
                                                new VuCurve.Ramp(
                                                        users.getFirst(),
                                                        users.stream()
                                                                .skip(1)
                                                                .map(
                                                                        it ->
                                                                                new Stage(
                                                                                        Duration
                                                                                                .ofSeconds(
                                                                                                        5),
                                                                                        it))
                                                                .toList()));
        var steps =
                Combinators.combine(
                                Arbitraries.integers().between(0, 9),
                                Arbitraries.integers().between(1, 9),
                                Arbitraries.longs().between(SECOND / 3, 9 * SECOND))
                        .as(
                                (start, more, every) ->
                                        (VuCurve) new VuCurve.Steps(start, more, every, 40));
        return Arbitraries.oneOf(ramps, steps);
    }
}
