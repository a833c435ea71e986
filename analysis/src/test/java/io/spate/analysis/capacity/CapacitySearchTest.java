package io.spate.analysis.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.analysis.capacity.Capacity.Status;
import io.spate.analysis.capacity.StepWatch.Step;
import io.spate.analysis.capacity.Trial.Figures;
import io.spate.analysis.capacity.Trial.Outcome;
import io.spate.analysis.capacity.Trial.Purpose;
import io.spate.metrics.threshold.Threshold;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CapacitySearchTest {
    private static final List<Threshold> SLO =
            List.of(
                    Threshold.parse("http_req_response_time", "p(99)<250"),
                    Threshold.parse("http_req_failed", "rate<0.001"));

    private static Trial trial(double load, Purpose purpose, Outcome outcome) {
        return new Trial(load, purpose, outcome, List.of(), Figures.NONE, "");
    }

    private static CapacitySearch search(SearchPlan plan, DoubleFunction<Outcome> target) {
        var search = CapacitySearch.of(plan);
        while (search.next() instanceof Next.Try(var load, var purpose)) {
            search = search.with(trial(load, purpose, target.apply(load)));
        }
        return search;
    }

    private static Outcome held(boolean holds) {
        return holds ? Outcome.HELD : Outcome.BROKEN;
    }

    @Property(tries = 100)
    void aSharpLimitIsFoundToThePrecision(
            @ForAll @DoubleRange(min = 1, max = 100_000) double limit,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double precision) {
        var search = search(new SearchPlan(10, 1e6, precision, false), load -> held(load <= limit));
        var capacity = search.capacity();

        assertThat(capacity.status()).isEqualTo(Status.FOUND);
        assertThat(capacity.load().orElseThrow()).isBetween(limit / (1 + precision) - 1e-9, limit);
        assertThat(capacity.interval().orElseThrow().low())
                .isLessThanOrEqualTo(limit * (1 + precision));
        assertThat(capacity.interval().orElseThrow().high())
                .isGreaterThanOrEqualTo(limit / (1 + precision));
        assertThat(search.trials().stream().filter(it -> it.purpose() == Purpose.CONFIRM))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Property(tries = 200)
    void ofUsersTheLastNumberThatHoldsIsFound(@ForAll @IntRange(min = 1, max = 200) int limit) {
        var capacity =
                search(new SearchPlan(1, 10_000, 0.001, true), load -> held(load <= limit))
                        .capacity();

        assertThat(capacity.load()).hasValue(limit);
    }

    /** Loads within some percent of the limit hold by chance. */
    @Property(tries = 200)
    void aBlurredLimitIsFoundNearby(
            @ForAll @DoubleRange(min = 50, max = 5_000) double limit, @ForAll long seed) {
        var random = new Random(seed);
        var search =
                search(
                        new SearchPlan(10, 1e6, 0.02, false),
                        load ->
                                held(
                                        random.nextDouble()
                                                < 1 / (1 + Math.pow(load / limit, 1 / 0.01))));

        assertThat(search.trials()).hasSizeLessThanOrEqualTo(SearchPlan.TRIALS_MAX);
        assertThat(search.capacity().load().orElseThrow()).isBetween(limit * 0.92, limit * 1.05);
    }

    /** One outcome in ten is wrong, wherever it is: the search ends all the same. */
    @Property(tries = 200)
    void aSearchAlwaysEnds(@ForAll long seed) {
        var random = new Random(seed);
        var search =
                search(
                        new SearchPlan(10, 100_000, 0.02, false),
                        load -> held(load <= 700 ^ random.nextInt(10) == 0));

        assertThat(search.trials()).hasSizeLessThanOrEqualTo(SearchPlan.TRIALS_MAX);
    }

    @Test
    void aLimitThatIsNotReachedIsSaid() {
        var capacity = search(new SearchPlan(10, 500, 0.02, false), _ -> Outcome.HELD).capacity();

        assertThat(capacity.status()).isEqualTo(Status.NOT_REACHED);
        assertThat(capacity.load()).hasValue(500);
        assertThat(capacity.interval()).isEmpty();
    }

    @Test
    void aTargetThatBearsNothingIsSaid() {
        var capacity = search(new SearchPlan(10, 500, 0.02, false), _ -> Outcome.BROKEN).capacity();

        assertThat(capacity.status()).isEqualTo(Status.NOTHING_HOLDS);
        assertThat(capacity.load()).isEmpty();
    }

    @Test
    void aGeneratorThatIsTheLimitIsTriedAgainAndThenSaid() {
        var search =
                search(
                        new SearchPlan(10, 5000, 0.02, false),
                        load -> load > 300 ? Outcome.GENERATOR_LIMITED : Outcome.HELD);

        assertThat(search.capacity().status()).isEqualTo(Status.GENERATOR_LIMITED);
        assertThat(search.capacity().load()).hasValue(160 * 1.0);
        assertThat(search.trials().stream().filter(it -> it.load() == 320)).hasSize(2);
    }

    @Test
    void aLoadThatHoldsOnlyOnceIsOutvoted() {
        var seen = new int[1];
        var capacity =
                search(
                                new SearchPlan(10, 5000, 0.05, false),
                                load -> held(load < 100 || (load == 160 && seen[0]++ == 0)))
                        .capacity();

        assertThat(capacity.load().orElseThrow()).isBetween(95.0, 100.0);
    }

    @Test
    void aPlanThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new SearchPlan(0, 10, 0.1, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SearchPlan(20, 10, 0.1, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SearchPlan(1, 10, 0, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Capacity ofServer(QueueServer server) {
        var search = CapacitySearch.of(new SearchPlan(10, 100_000, 0.02, false));
        while (search.next() instanceof Next.Try(var load, var purpose)) {
            double seconds = purpose == Purpose.CONFIRM ? 20 : 10;
            var watch = new StepWatch(new Step(load, purpose, true, 2, seconds), SLO);
            for (var second : server.seconds(load, 60)) {
                if (watch.add(second)) {
                    break;
                }
            }
            search = search.with(watch.trial());
        }
        return search.capacity();
    }

    @Property(tries = 12)
    void theCapacityOfPlacesWithAConstantServiceTimeIsArithmetic(
            @ForAll @IntRange(min = 1, max = 20) int places,
            @ForAll @IntRange(min = 10, max = 80) int serviceMillis) {
        var server = new QueueServer(places, serviceMillis, false, 1);
        var capacity = ofServer(server);

        assertThat(capacity.status()).isEqualTo(Status.FOUND);
        assertThat(capacity.load().orElseThrow())
                .isBetween(server.capacity() * 0.95, server.capacity() * 1.03);
        assertThat(capacity.broken()).isNotEmpty();
    }

    /**
     * In an M/M/c queue the share that waits longer than t is C e^(-(c mu - lambda) t), by Erlang's
     * C; with many places and a limit far above the service time it nears the limit of 1 %, which
     * is the objective, close below the full rate.
     */
    @Property(tries = 6)
    void theCapacityOfAnMmcQueueIsFoundWithinItsNoise(
            @ForAll @IntRange(min = 1, max = 1000) int seed) {
        var server = new QueueServer(20, 40, true, seed);
        var capacity = ofServer(server);

        double load = capacity.load().orElseThrow();
        assertThat(load).isBetween(server.capacity() * 0.85, server.capacity() * 1.0);
    }
}
