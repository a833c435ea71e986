package io.spate.analysis.compare;

import io.spate.analysis.MeasuredRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares two groups of runs, endpoint by endpoint. */
final class Comparing {
    private static final int FIGURES = Figure.values().length;
    private static final int CELLS = 1_200;
    private static final int NAMED = 5;

    private final List<MeasuredRun> runsA;
    private final List<MeasuredRun> runsB;
    private final List<Endpoints> a;
    private final List<Endpoints> b;
    private final List<Endpoints> history;
    private final ComparisonOptions options;
    private final List<String> notes = new ArrayList<>();

    Comparing(
            List<MeasuredRun> runsA,
            List<MeasuredRun> runsB,
            List<MeasuredRun> history,
            ComparisonOptions options) {
        this.runsA = runsA;
        this.runsB = runsB;
        this.options = options;
        this.a = endpoints(runsA);
        this.b = endpoints(runsB);
        this.history = endpoints(history);
    }

    private List<Endpoints> endpoints(List<MeasuredRun> runs) {
        int cells = CELLS / Math.max(1, runs.size());
        return runs.stream().map(it -> Endpoints.of(it, options.latency(), cells)).toList();
    }

    Comparison comparison() {
        List<EndpointKey> keys = judgedKeys();
        // A single endpoint is all requests, and needs no row of its own.
        List<EndpointKey> apart = keys.size() == 1 ? List.of() : keys;
        var estimates =
                Stream.concat(Stream.of(EndpointKey.ALL), apart.stream()).map(this::estimates);
        var all = estimates.toList();
        double share = apart.isEmpty() ? 1 : 0.5;
        var overall = judged(EndpointKey.ALL, new Judge(options, share, all.getFirst()), 0);
        var family = all.stream().skip(1).flatMap(List::stream).toList();
        var judge = new Judge(options, share, family);
        var endpoints =
                IntStream.range(0, apart.size())
                        .mapToObj(it -> judged(apart.get(it), judge, it * FIGURES))
                        .toList();
        ComparisonVerdict verdict = verdict(overall, endpoints);
        OptionalInt moreRuns =
                verdict == ComparisonVerdict.INCONCLUSIVE ? moreRuns(overall) : OptionalInt.empty();
        note(overall, endpoints);
        return new Comparison(
                runsA.stream().map(MeasuredRun::name).toList(),
                runsB.stream().map(MeasuredRun::name).toList(),
                verdict,
                Words.of(verdict, overall, endpoints, moreRuns, options.minEffect()),
                moreRuns,
                overall,
                endpoints,
                notes);
    }

    /** Those that both sides have, the ones with the most requests first. */
    private List<EndpointKey> judgedKeys() {
        Set<EndpointKey> inA = keys(a);
        Set<EndpointKey> inB = keys(b);
        noteMissing(inA, inB, "gone");
        noteMissing(inB, inA, "new");
        inA.retainAll(inB);
        var common =
                inA.stream()
                        .sorted(
                                Comparator.comparingLong(
                                                (EndpointKey it) ->
                                                        requests(a, it) + requests(b, it))
                                        .reversed()
                                        .thenComparing(EndpointKey::name)
                                        .thenComparing(EndpointKey::method))
                        .toList();
        if (common.size() > Endpoints.JUDGED) {
            notes.add(
                    "the %d endpoints with the fewest requests are judged as part of all requests only"
                            .formatted(common.size() - Endpoints.JUDGED));
        }
        return common.stream().limit(Endpoints.JUDGED).toList();
    }

    private static Set<EndpointKey> keys(List<Endpoints> runs) {
        var keys = new HashSet<EndpointKey>();
        for (Endpoints run : runs) {
            run.byKey()
                    .forEach(
                            (key, value) -> {
                                if (value.requests() > 0) {
                                    keys.add(key);
                                }
                            });
        }
        return keys;
    }

    private void noteMissing(Set<EndpointKey> here, Set<EndpointKey> there, String word) {
        var missing =
                here.stream()
                        .filter(it -> !there.contains(it))
                        .map(it -> (it.method() + " " + it.name()).strip())
                        .sorted()
                        .toList();
        if (!missing.isEmpty()) {
            var named = String.join(", ", missing.stream().limit(NAMED).toList());
            int more = missing.size() - NAMED;
            notes.add("%s: %s%s".formatted(word, named, more > 0 ? " and " + more + " more" : ""));
        }
    }

    private static long requests(List<Endpoints> runs, EndpointKey key) {
        return runs.stream().mapToLong(it -> it.get(key).requests()).sum();
    }

    private List<Estimate> estimates(EndpointKey key) {
        return new EndpointEstimates(of(a, key), of(b, key), of(history, key), options)
                .estimates(options.seed() * 31 + key.hashCode());
    }

    private static List<EndpointRun> of(List<Endpoints> runs, EndpointKey key) {
        return runs.stream().map(it -> it.get(key)).toList();
    }

    private EndpointComparison judged(EndpointKey key, Judge judge, int from) {
        var figures = IntStream.range(from, from + FIGURES).mapToObj(judge::judge).toList();
        return new EndpointComparison(
                key.method(),
                key.name(),
                requests(a, key),
                requests(b, key),
                figures,
                verdict(figures));
    }

    private static ComparisonVerdict verdict(List<FigureComparison> figures) {
        if (has(figures, ComparisonVerdict.REGRESSED)) {
            return ComparisonVerdict.REGRESSED;
        }
        if (figures.stream().anyMatch(it -> it.figure().decides() && isOpen(it))) {
            return ComparisonVerdict.INCONCLUSIVE;
        }
        return has(figures, ComparisonVerdict.IMPROVED)
                ? ComparisonVerdict.IMPROVED
                : ComparisonVerdict.PASS;
    }

    private static boolean has(List<FigureComparison> figures, ComparisonVerdict verdict) {
        return figures.stream().anyMatch(it -> it.verdict() == verdict);
    }

    private static boolean isOpen(FigureComparison figure) {
        return figure.verdict() == ComparisonVerdict.INCONCLUSIVE;
    }

    /** Any endpoint may regress; whether it is decided is a matter of all requests. */
    private static ComparisonVerdict verdict(
            EndpointComparison overall, List<EndpointComparison> endpoints) {
        if (endpoints.stream().anyMatch(it -> it.verdict() == ComparisonVerdict.REGRESSED)) {
            return ComparisonVerdict.REGRESSED;
        }
        boolean better =
                endpoints.stream().anyMatch(it -> it.verdict() == ComparisonVerdict.IMPROVED);
        return overall.verdict() == ComparisonVerdict.PASS && better
                ? ComparisonVerdict.IMPROVED
                : overall.verdict();
    }

    private static OptionalInt moreRuns(EndpointComparison overall) {
        var open = overall.figures().stream().filter(it -> it.figure().decides() && isOpen(it));
        var needed = open.map(FigureComparison::moreRuns).toList();
        return needed.stream().allMatch(OptionalInt::isPresent)
                ? needed.stream().mapToInt(OptionalInt::getAsInt).max()
                : OptionalInt.empty();
    }

    private void note(EndpointComparison overall, List<EndpointComparison> endpoints) {
        boolean known = overall.figures().stream().anyMatch(it -> it.interval().isPresent());
        if (!known) {
            notes.add(
                    "one run a side without seconds does not tell how much runs differ by chance:"
                            + " no verdict");
        } else if (runsA.size() + runsB.size() < 4 && history.size() < 3) {
            notes.add(
                    "so few runs do not tell how much runs differ by chance: 3 % is assumed; five runs a"
                            + " side, or earlier runs of the same plan, tell it");
        }
        long open =
                endpoints.stream()
                        .filter(it -> it.verdict() == ComparisonVerdict.INCONCLUSIVE)
                        .count();
        if (open > 0) {
            var of = endpoints.size() == 1 ? "1 endpoint" : endpoints.size() + " endpoints";
            notes.add("%d of %s cannot be decided".formatted(open, of));
        }
    }
}
