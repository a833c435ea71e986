package io.spate.metrics.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.Aggregate.Ratio;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold.Judgement;
import io.spate.metrics.threshold.Threshold.Outcome;
import io.spate.metrics.threshold.Threshold.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JudgeTest {
    private static final long SECOND = 1_000_000_000L;
    private static final List<String> EXPRESSIONS =
            List.of(
                    "http_req_duration p(90)<4",
                    "http_req_duration{name:/a} max<=8",
                    "http_req_duration{name:/a,status:200} avg<5",
                    "http_req_duration{status:500} p(50)>1",
                    "http_req_duration apdex(2ms)>0.5",
                    "http_reqs rate>20",
                    "http_reqs{name:/b} count>100",
                    "http_req_failed rate<0.3",
                    "http_req_failed{name:/c} rate<0.1",
                    "iterations count>0",
                    "checks rate>0.9");

    /** What each second brings: times in milliseconds for each of a few series. */
    @Provide
    Arbitrary<List<Snapshot>> runs() {
        var names = Arbitraries.of("/a", "/b", "/c");
        var statuses = Arbitraries.of("200", "500");
        var times = Arbitraries.longs().between(1, 10_000_000).array(long[].class).ofMaxSize(8);
        var entry =
                Combinators.combine(names, statuses, times)
                        .as((name, status, it) -> values(name, status, it));
        return entry.list()
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(
                        seconds ->
                                IntStream.range(0, seconds.size())
                                        .mapToObj(i -> second(i, seconds.get(i)))
                                        .toList());
    }

    @Property(tries = 300)
    void judgesTheRunAsTheMergeOfItsSeconds(@ForAll("runs") List<Snapshot> run) {
        var thresholds = EXPRESSIONS.stream().map(JudgeTest::threshold).toList();
        var judge = new Judge(thresholds, List.of());
        run.forEach(it -> judge.add(it, Set.of()));
        var total = run.stream().reduce(Snapshot::merge).orElseThrow();
        assertThat(judge.verdict()).isEqualTo(Verdict.of(thresholds, total));
    }

    @Property(tries = 300)
    void tellsTheWorstOfAllStretches(
            @ForAll("runs") List<Snapshot> run, @ForAll @IntRange(min = 1, max = 12) int length) {
        for (String expression : EXPRESSIONS) {
            var threshold = threshold(expression + " over " + length + "s");
            var judge = new Judge(List.of(threshold), List.of());
            run.forEach(it -> judge.add(it, Set.of()));
            var judgement = judge.verdict().judgements().getFirst();

            var stretches = new ArrayList<Judgement>();
            int last = Math.max(0, run.size() - length);
            for (int from = 0; from <= last; from++) {
                var stretch = run.subList(from, Math.min(from + length, run.size()));
                var merged = stretch.stream().reduce(Snapshot::merge).orElseThrow();
                stretches.add(threshold.judge(merged));
            }
            assertThat(judgement.passed())
                    .as(expression)
                    .isEqualTo(stretches.stream().allMatch(Judgement::passed));
            assertThat(stretches)
                    .noneMatch(it -> threshold.condition().isWorse(it.value(), judgement.value()));
            long from = judgement.stretch().orElseThrow().fromNanos();
            assertThat(stretches.get((int) (from / SECOND)).in(judgement.stretch().orElseThrow()))
                    .isEqualTo(judgement);
            assertThat(judgement.stretch().orElseThrow().toNanos())
                    .isEqualTo(Math.min(from + length * SECOND, run.size() * SECOND));
        }
    }

    @Example
    void saysWhenAWindowWasMissedThoughTheRunAsAWholeWasNot() {
        var judge =
                new Judge(
                        List.of(
                                threshold("http_req_failed rate<0.1"),
                                threshold("http_req_failed rate<0.1 over 3s")),
                        List.of());
        for (int i = 0; i < 20; i++) {
            judge.add(failures(i, i == 7 ? 50 : 0, 100), Set.of());
        }
        var judgements = judge.verdict().judgements();
        assertThat(judgements.getFirst().passed()).isTrue();
        assertThat(judgements.getFirst().stretch()).isEmpty();
        assertThat(judgements.getLast().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judgements.getLast().value()).isEqualTo(50 / 300.0);
        assertThat(judgements.getLast().stretch()).contains(new Stretch(5 * SECOND, 8 * SECOND));
    }

    @Example
    void aWindowIsNotJudgedBeforeItIsFullButWhereTheRunIsShorter() {
        var threshold = threshold("http_req_failed rate<0.1 over 5s").abortingAfter(Duration.ZERO);
        var judge = new Judge(List.of(threshold), List.of());
        for (int i = 0; i < 4; i++) {
            judge.add(failures(i, 100, 100), Set.of());
            assertThat(judge.aborts()).isFalse();
        }
        var soFar = judge.verdict().judgements().getFirst();
        assertThat(soFar.passed()).isFalse();
        assertThat(soFar.stretch()).contains(new Stretch(0, 4 * SECOND));
        judge.add(failures(4, 100, 100), Set.of());
        assertThat(judge.aborts()).isTrue();
        judge.add(failures(5, 0, 10_000), Set.of());
        assertThat(judge.aborts()).as("as of the last second").isFalse();
        assertThat(judge.verdict().passed()).isFalse();
    }

    @Example
    void longWindowsMoveOnInSteps() {
        assertThat(new Scope.Window(Duration.ofMinutes(10)).stepSeconds()).isEqualTo(1);
        assertThat(new Scope.Window(Duration.ofMinutes(11)).stepSeconds()).isEqualTo(2);
        assertThat(new Scope.Window(Duration.ofHours(1)).stepSeconds()).isEqualTo(6);
        assertThat(new Scope.Window(Duration.ofDays(1)).stepSeconds()).isEqualTo(144);
        var judge = new Judge(List.of(threshold("http_reqs count<36000 over 1h")), List.of());
        for (int i = 0; i < 2 * 3600; i++) {
            long count = i >= 1000 && i < 1000 + 3600 ? 10 : 9;
            judge.add(requests(i, count), Set.of());
        }
        var judgement = judge.verdict().judgements().getFirst();
        // The worst hour by steps of six seconds misses the true one by two seconds.
        assertThat(judgement.value()).isEqualTo(36_000 - 2);
        assertThat(judgement.passed()).isTrue();
        assertThat(judgement.stretch())
                .contains(new Stretch(1002 * SECOND, (1002 + 3600) * SECOND));
    }

    @Example
    void judgesALevelByItsOwnSeconds() {
        var judge =
                new Judge(
                        List.of(
                                threshold("http_req_failed rate<0.1 at 50 users")
                                        .abortingAfter(Duration.ofSeconds(2)),
                                threshold("http_reqs count>1000 at 100 users")),
                        List.of());
        judge.add(failures(0, 100, 100), Set.of("10 users"));
        judge.add(failures(1, 100, 100), Set.of());
        assertThat(judge.verdict().judgements().getFirst().value()).isNaN();
        judge.add(failures(2, 30, 100), Set.of("50 users", "other"));
        assertThat(judge.verdict().judgements().getFirst().value()).isEqualTo(0.3);
        assertThat(judge.aborts()).as("the delay counts from the level's start").isFalse();
        judge.add(failures(3, 30, 100), Set.of("50 users"));
        assertThat(judge.aborts()).isTrue();
        judge.add(failures(4, 0, 10_000), Set.of("50 users"));
        assertThat(judge.aborts()).isFalse();
        assertThat(judge.verdict().judgements().getLast().passed())
                .as("a level that was not reached says nothing")
                .isTrue();
    }

    @Example
    void warnsWithinTheTolerance() {
        assertOutcome("http_req_failed rate<0.1", 0, 0.09, Outcome.PASSED);
        assertOutcome("http_req_failed rate<0.1", 0, 0.1, Outcome.FAILED);
        assertOutcome("http_req_failed rate<0.1", 0.1, 0.1, Outcome.WARNED);
        assertOutcome("http_req_failed rate<0.1", 0.25, 0.12, Outcome.WARNED);
        assertOutcome("http_req_failed rate<0.1", 0.25, 0.13, Outcome.FAILED);
        assertOutcome("http_req_failed rate>=0.8", 0.25, 0.61, Outcome.WARNED);
        assertOutcome("http_req_failed rate>=0.8", 0.25, 0.59, Outcome.FAILED);
        assertOutcome("http_req_failed rate==0.5", 0.25, 0.6, Outcome.WARNED);
        assertOutcome("http_req_failed rate!=0.5", 0.25, 0.5, Outcome.FAILED);
        assertOutcome("http_req_failed rate<=0", 5, 0.01, Outcome.FAILED);
    }

    @Example
    void aWarningDoesNotStopTheRun() {
        var threshold =
                threshold("http_req_failed rate<0.1")
                        .withTolerance(0.5)
                        .abortingAfter(Duration.ZERO);
        var judge = new Judge(List.of(threshold), List.of());
        judge.add(failures(0, 12, 100), Set.of());
        assertThat(judge.aborts()).isFalse();
        assertThat(judge.verdict().passed()).isTrue();
        assertThat(judge.verdict().outcome()).isEqualTo(Outcome.WARNED);
        judge.add(failures(1, 100, 100), Set.of());
        assertThat(judge.aborts()).isTrue();
    }

    @Example
    void tellsWhatIsLeftOfTheErrorBudget() {
        assertThat(budgetLeft("http_req_failed rate<0.01", 4, 1000)).isCloseTo(0.6, within(1e-9));
        assertThat(budgetLeft("http_req_failed rate<0.01", 20, 1000)).isCloseTo(-1, within(1e-9));
        assertThat(budgetLeft("http_req_failed rate>0.99", 995, 1000)).isCloseTo(0.5, within(1e-9));
        assertThat(judged("http_req_failed rate<=0", 1, 10).budgetLeft()).isEmpty();
        assertThat(judged("http_req_failed rate!=0.5", 1, 10).budgetLeft()).isEmpty();
        var judge = new Judge(List.of(threshold("http_reqs rate>1")), List.of());
        judge.add(requests(0, 10), Set.of());
        assertThat(judge.verdict().judgements().getFirst().budgetLeft()).isEmpty();
    }

    @Example
    void anApdexCountsFailedRequestsAsFrustrating() {
        var times = Histogram.of(1_000_000, 2_000_000, 8_000_000, 9_000_000);
        var failed = Histogram.of(1_000_000);
        var second =
                new Snapshot(
                        0,
                        SECOND,
                        Map.of(
                                durations(Tags.of("expected_response", "true")),
                                new Distribution(times),
                                durations(Tags.of("expected_response", "false")),
                                new Distribution(failed)),
                        Map.of());
        var threshold = threshold("http_req_duration apdex(2ms)>0.4");
        // Two satisfied, one tolerating at exactly four times the target, one slow, one failed.
        assertThat(threshold.judge(second).value()).isEqualTo((2 + 0.5) / 5);
        assertThat(threshold.judge(second).passed()).isTrue();
        assertThat(threshold.judge(second).budgetLeft()).isEmpty();
    }

    @Example
    void findsTheMetricsOfAScript() {
        var orders = Metric.counter("orders");
        var judge = new Judge(List.of(threshold("orders rate>1")), List.of(orders));
        judge.add(requests(0, 1), Set.of());
        assertThat(judge.verdict().passed()).as("a counter without values counts as 0").isFalse();
        assertThat(threshold("orders rate>1").problem(List.of(orders))).isEmpty();
        assertThat(threshold("orders p(95)>1").problem(List.of(orders))).isPresent();
        assertThat(threshold("order rate>1").problem(List.of(orders)))
                .get()
                .asString()
                .endsWith("did you mean \"orders\"?");
    }

    private static void assertOutcome(String text, double tolerance, double rate, Outcome outcome) {
        var second = failures(0, Math.round(rate * 10_000), 10_000);
        assertThat(threshold(text).withTolerance(tolerance).judge(second).outcome())
                .as("%s of %s", rate, text)
                .isEqualTo(outcome);
    }

    private static double budgetLeft(String text, long hits, long total) {
        return judged(text, hits, total).budgetLeft().orElseThrow();
    }

    private static Judgement judged(String text, long hits, long total) {
        return threshold(text).judge(failures(0, hits, total));
    }

    private static Threshold threshold(String text) {
        int space = text.indexOf(' ');
        return Threshold.parse(text.substring(0, space), text.substring(space + 1));
    }

    private static Map<Series, Aggregate> values(String name, String status, long[] times) {
        if (times.length == 0) {
            return Map.of();
        }
        var tags =
                Tags.of("name", name)
                        .with("status", status)
                        .with("expected_response", String.valueOf(status.equals("200")));
        return Map.of(
                durations(tags),
                new Distribution(Histogram.of(times)),
                new Series(BuiltinMetrics.HTTP_REQS, tags),
                new Count(times.length),
                new Series(BuiltinMetrics.HTTP_REQ_FAILED, tags),
                new Ratio(status.equals("200") ? 0 : times.length, times.length));
    }

    private static Snapshot second(int from, List<Map<Series, Aggregate>> all) {
        var merged = new HashMap<Series, Aggregate>();
        all.forEach(it -> it.forEach((key, value) -> merged.merge(key, value, Aggregate::merge)));
        return new Snapshot(from * SECOND, (from + 1) * SECOND, merged, Map.of());
    }

    private static Snapshot failures(int from, long failed, long total) {
        var series = new Series(BuiltinMetrics.HTTP_REQ_FAILED, Tags.NONE);
        return second(from, List.of(Map.of(series, new Ratio(failed, total))));
    }

    private static Snapshot requests(int from, long count) {
        var series = new Series(BuiltinMetrics.HTTP_REQS, Tags.NONE);
        return second(from, List.of(Map.of(series, new Count(count))));
    }

    private static Series durations(Tags tags) {
        return new Series(BuiltinMetrics.HTTP_REQ_DURATION, tags);
    }
}
