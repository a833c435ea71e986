package io.spate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.store.StoreException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What every history does, wherever it is. */
abstract class StoreContract {
    final Fixtures.Clock clock = new Fixtures.Clock();

    abstract StoreLocation location();

    final RunStore open() {
        return RunStore.open(location(), clock);
    }

    private void keep(RunStore store, String id, String test, Instant startedAt) {
        var recording = store.begin(id, Fixtures.facts(test, startedAt), "{}");
        recording.second(Fixtures.second(0));
        recording.end(Fixtures.outcome(startedAt));
    }

    private void keepThree(RunStore store) {
        keep(store, "aaa1", "shop", Fixtures.START);
        keep(store, "aab2", "search", Fixtures.START.plusSeconds(60));
        keep(store, "bbb3", "shop", Fixtures.START.plusSeconds(120));
    }

    @Test
    void aRunComesBackAsItWas() {
        try (var store = open()) {
            var recording = store.begin("abc", Fixtures.facts("shop", Fixtures.START), "{}");
            recording.second(Fixtures.second(0));
            recording.second(Fixtures.second(1));
            recording.second(Fixtures.second(1));
            recording.second(Fixtures.second(2));
            assertThat(store.document(store.find("abc"))).isEqualTo("{}");
            recording.end(Fixtures.outcome(Fixtures.START.plusMillis(5)));
        }
        try (var store = open()) {
            var run = store.find("latest");

            assertThat(run.facts().tags()).containsEntry("wo", "K\0ln");
            assertThat(run.facts()).isEqualTo(Fixtures.facts("shop", Fixtures.START.plusMillis(5)));
            assertThat(run.state()).isEqualTo(RunState.COMPLETED);
            assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
            assertThat(run.measuredFrom()).isEqualTo(Duration.ofSeconds(1));
            assertThat(run.passed()).contains(true);
            assertThat(run.figures()).contains(new Figures(303, 3, 101, 1, 2, Double.NaN));
            assertThat(store.seconds(run))
                    .containsExactly(Fixtures.second(0), Fixtures.second(1), Fixtures.second(2));
            assertThat(store.document(run)).isEqualTo("{\"done\":true}");
        }
    }

    @Test
    void aRunOfWhichNothingMoreIsHeardWasKilled() {
        try (var store = open()) {
            var recording = store.begin("abc", Fixtures.facts("shop", Fixtures.START), "{}");
            recording.second(Fixtures.second(0));

            assertThat(store.find("abc").state()).isEqualTo(RunState.RUNNING);
            clock.pass(RunRows.SILENCE_MAX);
            var killed = store.find("abc");
            assertThat(killed.state()).isEqualTo(RunState.KILLED);
            assertThat(killed.passed()).isEmpty();
            assertThat(killed.elapsed()).isEqualTo(Duration.ofSeconds(1));
            assertThat(store.seconds(killed)).containsExactly(Fixtures.second(0));
        }
    }

    @Test
    void runsAreFoundByWhatPeopleCallThem() {
        try (var store = open()) {
            keepThree(store);
            store.setBaseline("v1", store.find("aab"));

            assertThat(store.find("latest").id()).isEqualTo("bbb3");
            assertThat(store.find("latest~2").id()).isEqualTo("aaa1");
            assertThat(store.find("AAA1").id()).isEqualTo("aaa1");
            assertThat(store.find("b").id()).isEqualTo("bbb3");
            assertThat(store.find("v1").id()).isEqualTo("aab2");
            assertThat(store.find("v1").baselines()).containsExactly("v1");
            assertNoRun(store, "aa", "several runs begin with 'aa': aab2, aaa1");
            assertNoRun(store, "x", "there is no run 'x' in the history");
            assertNoRun(store, "a%", "there is no run 'a%'");
            assertNoRun(store, "", "there is no run ''");
            assertNoRun(store, "latest~3", "there are not that many runs");
            assertNoRun(store, "baseline", "no baseline is set");
        }
    }

    private static void assertNoRun(RunStore store, String reference, String message) {
        assertThatThrownBy(() -> store.find(reference))
                .hasMessageContaining(message)
                .asInstanceOf(InstanceOfAssertFactories.type(StoreException.class))
                .returns(Kind.NO_SUCH_RUN, StoreException::kind);
    }

    @Test
    void aBaselineBelongsToItsTest() {
        try (var store = open()) {
            keepThree(store);
            store.setBaseline(Baseline.DEFAULT, store.find("aaa1"));
            assertThat(store.find("baseline").id()).isEqualTo("aaa1");

            store.setBaseline(Baseline.DEFAULT, store.find("aab2"));
            assertNoRun(store, "baseline", "several tests have a baseline 'baseline'");
            assertThat(store.find("baseline", Optional.of("shop")).id()).isEqualTo("aaa1");

            store.setBaseline(Baseline.DEFAULT, store.find("bbb3"));
            assertThat(store.find("baseline", Optional.of("shop")).id()).isEqualTo("bbb3");
            assertThat(store.baselines()).hasSize(2);

            store.removeBaseline(new Baseline(Baseline.DEFAULT, "shop", "bbb3"));
            assertThat(store.find("baseline").id()).isEqualTo("aab2");
            assertThatThrownBy(() -> store.setBaseline("latest", store.find("b")))
                    .hasMessageContaining("'latest' means another run");
        }
    }

    @Test
    void listsHaveTheNewestFirstAndPages() {
        try (var store = open()) {
            keepThree(store);
            store.note(store.find("aab2"), "with 50% Index_A");

            assertThat(ids(store, RunFilter.ALL)).containsExactly("bbb3", "aab2", "aaa1");
            assertThat(ids(store, RunFilter.ALL.page(1, 1))).containsExactly("aab2");
            assertThat(store.runs(RunFilter.ALL.page(1, 1)).total()).isEqualTo(3);
            assertThat(ids(store, RunFilter.ALL.withTest("shop"))).containsExactly("bbb3", "aaa1");
            assertThat(ids(store, RunFilter.ALL.withPlanKey("k-search"))).containsExactly("aab2");
            assertThat(ids(store, RunFilter.ALL.withEnvironment("production"))).isEmpty();
            assertThat(ids(store, RunFilter.ALL.withText("50% INDEX_a"))).containsExactly("aab2");
            assertThat(ids(store, RunFilter.ALL.withText("5_%"))).isEmpty();
            assertThat(ids(store, RunFilter.ALL.withText("aa"))).containsExactly("aab2", "aaa1");
            assertThat(ids(store, RunFilter.ALL.withSince(Fixtures.START.plusSeconds(60))))
                    .containsExactly("bbb3", "aab2");
            assertThat(store.tests(10)).containsExactly("search", "shop");
            assertThat(store.tests(1)).hasSize(1);
            assertThat(store.environments(10)).containsExactly("staging");
        }
    }

    private static List<String> ids(RunStore store, RunFilter filter) {
        return store.runs(filter).runs().stream().map(StoredRun::id).toList();
    }

    @Test
    void pruningLeavesBaselinesTheNewestAndThoseThatGoOn() {
        try (var store = open()) {
            keepThree(store);
            store.setBaseline("v1", store.find("aaa1"));
            clock.pass(Duration.ofDays(100));
            store.begin("ccc4", Fixtures.facts("shop", clock.instant()), "{}");

            assertThat(store.prune(OptionalInt.of(10), Optional.of(Duration.ofDays(90)))).isEmpty();
            assertThat(store.prune(OptionalInt.empty(), Optional.of(Duration.ofDays(200))))
                    .isEmpty();
            assertThat(store.prune(OptionalInt.of(2), Optional.empty()))
                    .extracting(StoredRun::id)
                    .containsExactly("aab2");
            assertThat(store.prune(OptionalInt.of(0), Optional.empty()))
                    .extracting(StoredRun::id)
                    .containsExactly("bbb3");
            assertThat(ids(store, RunFilter.ALL)).containsExactly("ccc4", "aaa1");
            assertThatThrownBy(() -> store.delete(store.find("aaa1")))
                    .hasMessageContaining("baseline 'v1'");
            store.delete(store.find("ccc4"));
            assertThat(ids(store, RunFilter.ALL)).containsExactly("aaa1");
        }
    }

    @Test
    void twoThatWriteAtOnceDoNotDisturbEachOther() throws InterruptedException {
        try (var one = open();
                var other = open()) {
            var threads =
                    List.of(
                            Thread.ofPlatform().start(() -> write(one, "aaa1")),
                            Thread.ofPlatform().start(() -> write(other, "bbb2")));
            for (var thread : threads) {
                thread.join();
            }
            assertThat(one.seconds(one.find("aaa1"))).hasSize(100);
            assertThat(other.seconds(other.find("bbb2"))).hasSize(100);
        }
    }

    private void write(RunStore store, String id) {
        var recording = store.begin(id, Fixtures.facts("shop", Fixtures.START), "{}");
        for (int i = 0; i < 100; i++) {
            recording.second(Fixtures.second(i));
        }
    }

    @Test
    void aNewerHistoryIsRefusedAndAnOlderOneMadeNew() {
        var older = new Schema(Schema.CURRENT.steps().subList(0, 1));
        RunStore.open(location(), clock, older).close();
        open().close();
        var newer =
                new Schema(
                        Stream.concat(
                                        Schema.CURRENT.steps().stream(),
                                        Stream.of(
                                                List.of(
                                                        "ALTER TABLE spate_history_runs ADD COLUMN"
                                                                + " mood text")))
                                .toList());
        try (var store = RunStore.open(location(), clock, newer)) {
            keepThree(store);
            assertThat(store.runs(RunFilter.ALL).total()).isEqualTo(3);
        }
        assertThatThrownBy(this::open)
                .hasMessageContaining("has version 3, which a newer Spate made; this one knows")
                .asInstanceOf(InstanceOfAssertFactories.type(StoreException.class))
                .returns(Kind.LASTING, StoreException::kind);
    }
}
