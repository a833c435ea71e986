package io.spate.cli.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.analysis.capacity.Capacity;
import io.spate.analysis.capacity.CapacitySearch;
import io.spate.analysis.capacity.Next;
import io.spate.analysis.capacity.SearchPlan;
import io.spate.analysis.capacity.Trial;
import io.spate.analysis.capacity.Trial.Purpose;
import io.spate.metrics.threshold.Threshold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The driver of a search, by the seconds of a server whose capacity is arithmetic. */
class SearchTest {
    private static final List<Threshold> SLO =
            List.of(
                    Threshold.parse("http_req_response_time", "p(99)<250"),
                    Threshold.parse("http_req_failed", "rate<0.001"));
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<Next.Try> begun = new ArrayList<>();
    private final List<Trial> done = new ArrayList<>();
    private int stops;
    private int seconds;

    private Search search(SimulatedServer server, Duration max) {
        return new Search(
                CapacitySearch.of(new SearchPlan(10, 100_000, 0.02, false)),
                new Search.Steps(
                        Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30), max),
                SLO,
                true,
                new Search.Hands(server::setRate, () -> stops++, begun::add, done::add));
    }

    private Capacity found(Search search, SimulatedServer server) {
        while (search.capacity().isEmpty()) {
            search.accept(server.next());
            seconds++;
            assertThat(seconds).as("it ends").isLessThanOrEqualTo((int) HOUR.toSeconds());
        }
        return search.capacity().get();
    }

    @ParameterizedTest
    @CsvSource({"10, 50", "4, 20", "1, 10", "64, 40", "3, 75"})
    void theCapacityOfPlacesIsFound(int places, int serviceMillis) {
        var server = new SimulatedServer(places, serviceMillis);
        var capacity = found(search(server, HOUR), server);

        assertThat(capacity.status()).isEqualTo(Capacity.Status.FOUND);
        assertThat(capacity.load().orElseThrow())
                .isBetween(0.95 * server.capacity(), 1.05 * server.capacity());
        assertThat(stops).isEqualTo(1);
        assertThat(server.rate()).as("no load is left").isZero();
        assertThat(done).hasSameSizeAs(begun).isNotEmpty();
    }

    @Test
    void whatAStepLeftIsWorkedOffBeforeTheNext() {
        var server = new SimulatedServer(10, 50);
        var search = search(server, HOUR);
        while (search.capacity().isEmpty()) {
            int steps = begun.size();
            search.accept(server.next());
            if (begun.size() > steps && steps > 0) {
                assertThat(server.underWay()).as("what is left of a step").isZero();
            }
        }
        var firsts = done.stream().filter(it -> it.purpose() == Purpose.CLIMB).toList();
        assertThat(firsts.getFirst().figures().fromNanos())
                .as("what settles does not count")
                .isEqualTo(4_000_000_000L);
        assertThat(length(firsts.getFirst())).isEqualTo(10);
        var confirmed =
                done.stream()
                        .filter(it -> it.purpose() == Purpose.CONFIRM)
                        .filter(it -> it.outcome() == Trial.Outcome.HELD)
                        .toList();
        assertThat(confirmed).isNotEmpty().allSatisfy(it -> assertThat(length(it)).isEqualTo(20));
        var hopeless = firsts.getLast();
        assertThat(hopeless.outcome()).isEqualTo(Trial.Outcome.BROKEN);
        assertThat(length(hopeless)).as("it ends early").isLessThan(10);
    }

    private static double length(Trial trial) {
        return (trial.figures().toNanos() - trial.figures().fromNanos()) / 1e9;
    }

    @Test
    void itEndsWhenItsTimeIsUpOrSomebodyEndsIt() {
        var server = new SimulatedServer(10, 50);
        var capacity = found(search(server, Duration.ofSeconds(60)), server);
        assertThat(capacity.status()).isEqualTo(Capacity.Status.UNCONFIRMED);
        assertThat(capacity.load()).isPresent();
        assertThat(seconds).isEqualTo(60);
        assertThat(stops).isEqualTo(1);

        var other = search(server, HOUR);
        other.end();
        assertThat(found(other, server).status()).isEqualTo(Capacity.Status.UNCONFIRMED);
        assertThat(stops).isEqualTo(2);
    }
}
