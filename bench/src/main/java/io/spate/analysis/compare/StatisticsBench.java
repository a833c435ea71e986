package io.spate.analysis.compare;

import io.spate.analysis.MeasuredRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The tables of docs/statistics.md. */
public final class StatisticsBench {
    private static final SimulatedRuns PLAIN =
            new SimulatedRuns(1, 30, 200, 0.02, 0, 0.05, 0.5, 0.002);
    private static final int RUNS = 5;

    private final PrintStream out;
    private final int pairs;
    private final long seed;

    private StatisticsBench(PrintStream out, int pairs, long seed) {
        this.out = out;
        this.pairs = pairs;
        this.seed = seed;
    }

    /** Prints tables: the file of recorded runs, pairs of each row, the seed, and which tables. */
    public static void main(String... arguments) throws IOException {
        var bench =
                new StatisticsBench(
                        System.out, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        for (String part : Arrays.asList(arguments).subList(3, arguments.length)) {
            switch (part) {
                case "simulate" -> bench.simulate();
                case "pairs" -> {
                    for (String file : arguments[0].split(",", -1)) {
                        bench.pairs(RecordedRuns.read(Path.of(file)));
                    }
                }
                case "coverage" -> bench.coverage();
                case "history" -> bench.history();
                default -> throw new IllegalArgumentException("there is no table " + part);
            }
        }
    }

    /** How often each verdict was given. */
    private record Tally(
            int pairs, int regressed, int improved, int passed, int open, int p95, double width) {
        static Tally of(List<Comparison> all) {
            return new Tally(
                    all.size(),
                    count(all, ComparisonVerdict.REGRESSED),
                    count(all, ComparisonVerdict.IMPROVED),
                    count(all, ComparisonVerdict.PASS),
                    count(all, ComparisonVerdict.INCONCLUSIVE),
                    (int)
                            all.stream()
                                    .filter(
                                            it ->
                                                    it.overall().figure(Figure.P95).verdict()
                                                            == ComparisonVerdict.REGRESSED)
                                    .count(),
                    all.stream().mapToDouble(Tally::width).average().orElse(0));
        }

        private static int count(List<Comparison> all, ComparisonVerdict verdict) {
            return (int) all.stream().filter(it -> it.verdict() == verdict).count();
        }

        private static double width(Comparison one) {
            return one.overall()
                    .figure(Figure.P95)
                    .interval()
                    .map(it -> (it.high() - it.low()) / 2)
                    .orElse(0.0);
        }

        String cells() {
            return String.format(
                    Locale.ROOT,
                    "%.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | ±%.1f %%",
                    share(regressed),
                    share(improved),
                    share(passed),
                    share(open),
                    share(p95),
                    100 * width);
        }

        private double share(int count) {
            return 100.0 * count / pairs;
        }
    }

    private void simulate() {
        head("simulated pairs", "runs a side");
        var lowNoise = with(PLAIN, 0.01, 0.05, 0.5);
        both("runs differ by 1 %", lowNoise, RUNS);
        both("runs differ by 2 %", PLAIN, RUNS);
        both("runs differ by 3 %", with(PLAIN, 0.03, 0.05, 0.5), RUNS);
        both("runs differ by 5 %", with(PLAIN, 0.05, 0.05, 0.5), RUNS);
        both("seconds do not depend on each other", with(PLAIN, 0.02, 0.05, 0), RUNS);
        both("seconds do so strongly (0.8)", with(PLAIN, 0.02, 0.05, 0.8), RUNS);
        both("a run in ten is 15 % slower", hiccups(PLAIN), RUNS);
        both("2 runs", PLAIN, 2);
        both("3 runs", PLAIN, 3);
        both("10 runs", PLAIN, 10);
        both("10 endpoints", endpoints(lowNoise, 10), RUNS);
        row(
                "10 endpoints, one of them +30 %",
                RUNS, pairs / 4, random -> of(endpoints(lowNoise, 10), RUNS, 1.3, 1, random));
        row(
                "50 endpoints, the same",
                RUNS,
                Math.max(20, pairs / 20),
                random -> of(endpoints(lowNoise, 50), RUNS, 1, 0, random));
    }

    private void both(String name, SimulatedRuns like, int runs) {
        int count = Math.max(20, pairs / like.endpoints());
        row(name + ", the same", runs, count, random -> of(like, runs, 1, 0, random));
        row(name + ", +10 %", runs, count, random -> of(like, runs, 1.1, like.endpoints(), random));
    }

    private static Comparison of(
            SimulatedRuns like, int runs, double factor, int slower, SplittableRandom random) {
        return compare(
                like.draw(runs, 1, 0, random), like.draw(runs, factor, slower, random), List.of());
    }

    /** Pairs drawn from the recorded runs; a run stands on one side only. */
    private void pairs(RecordedRuns recorded) {
        out.printf(
                Locale.ROOT,
                "%n%d recorded runs of one shop, whose p95 differs by %.1f %% (standard deviation), %d of"
                        + " the slower one.%n",
                recorded.same().size(),
                100 * spread(recorded.same()),
                recorded.slower().size());
        head("pairs of recorded runs", "runs a side");
        for (int runs : new int[] {RUNS, 3, 2}) {
            row("the same shop", runs, pairs, random -> same(recorded, runs, false, random));
            row(
                    "the same shop, all of A before all of B",
                    runs,
                    pairs,
                    random -> same(recorded, runs, true, random));
            row(
                    "the slower shop",
                    runs,
                    pairs,
                    random ->
                            compare(
                                    drawn(recorded.same(), random).subList(0, runs),
                                    drawn(recorded.slower(), random).subList(0, runs),
                                    List.of()));
        }
        row(
                "the same shop, by the noise of 12 other runs",
                1,
                pairs,
                random -> alone(recorded, recorded.same(), random));
        row(
                "the slower shop, by the noise of 12 other runs",
                1,
                pairs,
                random -> alone(recorded, recorded.slower(), random));
    }

    private static Comparison same(
            RecordedRuns recorded, int runs, boolean apart, SplittableRandom random) {
        if (!apart) {
            var all = drawn(recorded.same(), random);
            return compare(all.subList(0, runs), all.subList(runs, 2 * runs), List.of());
        }
        int from = random.nextInt(recorded.same().size() - 2 * runs + 1);
        var all = recorded.same().subList(from, from + 2 * runs);
        return compare(all.subList(0, runs), all.subList(runs, 2 * runs), List.of());
    }

    private static Comparison alone(
            RecordedRuns recorded, List<MeasuredRun> others, SplittableRandom random) {
        var all = drawn(recorded.same(), random);
        var b = others.equals(recorded.same()) ? all.get(1) : drawn(others, random).getFirst();
        return compare(all.subList(0, 1), List.of(b), all.subList(2, 14));
    }

    /** How often the interval holds a true change of 10 %. */
    private void coverage() {
        out.printf("%nHow often the interval of 95 %% holds a true change of +10 %%:%n%n");
        out.printf("| | runs a side | p50 | p95 | p99 | mean |%n|---|---|---|---|---|---|%n");
        for (int runs : new int[] {2, 3, 5, 10}) {
            covered("usual", PLAIN, runs, 0);
        }
        covered("seconds depend strongly (0.8)", with(PLAIN, 0.02, 0.05, 0.8), RUNS, 0);
        covered("runs differ by 5 %", with(PLAIN, 0.05, 0.05, 0.5), RUNS, 0);
        covered("runs do not differ", with(PLAIN, 0, 0.05, 0.5), RUNS, 0);
        covered("a run in ten is 15 % slower", hiccups(PLAIN), RUNS, 0);
        covered("one run, nothing known", PLAIN, 1, 0);
        covered("one run, 10 earlier ones", PLAIN, 1, 10);
    }

    private void covered(String name, SimulatedRuns like, int runs, int earlier) {
        var random = new SplittableRandom(seed);
        var held = new int[Figure.values().length];
        for (int pair = 0; pair < pairs; pair++) {
            var found =
                    compare(
                            like.draw(runs, 1, 0, random),
                            like.draw(runs, 1.1, 1, random),
                            like.draw(earlier, 1, 0, random));
            for (Figure figure : Figure.values()) {
                boolean holds =
                        found.overall().figure(figure).interval().orElseThrow().contains(0.1);
                held[figure.place()] += holds ? 1 : 0;
            }
        }
        out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n",
                name,
                runs,
                100.0 * held[0] / pairs,
                100.0 * held[1] / pairs,
                100.0 * held[2] / pairs,
                100.0 * held[3] / pairs);
    }

    private void history() {
        head("one run a side of 60 s, simulated", "earlier runs");
        var calm = new SimulatedRuns(1, 60, 200, 0.01, 0, 0.03, 0.5, 0.002);
        for (int earlier : new int[] {0, 5, 15}) {
            row("the same", earlier, pairs, random -> single(calm, 1, earlier, random));
            row("+10 %", earlier, pairs, random -> single(calm, 1.1, earlier, random));
        }
    }

    private static Comparison single(
            SimulatedRuns like, double factor, int earlier, SplittableRandom random) {
        return compare(
                like.draw(1, 1, 0, random),
                like.draw(1, factor, 1, random),
                like.draw(earlier, 1, 0, random));
    }

    private void head(String name, String count) {
        out.printf(
                "%n| %s | %s | pairs | REGRESSED | IMPROVED | PASS | INCONCLUSIVE | p95 regressed |"
                        + " interval of p95 |%n|---|---|---|---|---|---|---|---|---|%n",
                name, count);
    }

    private void row(
            String name, int count, int comparisons, Function<SplittableRandom, Comparison> pair) {
        var random = new SplittableRandom(seed);
        List<Comparison> all = new ArrayList<>();
        for (int i = 0; i < comparisons; i++) {
            all.add(pair.apply(random));
        }
        out.printf("| %s | %d | %d | %s |%n", name, count, comparisons, Tally.of(all).cells());
        out.flush();
    }

    private static Comparison compare(
            List<MeasuredRun> a, List<MeasuredRun> b, List<MeasuredRun> history) {
        return Comparison.of(a, b, history, ComparisonOptions.DEFAULT);
    }

    private static List<MeasuredRun> drawn(List<MeasuredRun> runs, SplittableRandom random) {
        var all = new ArrayList<>(runs);
        Collections.shuffle(all, Random.from(random));
        return all;
    }

    private static double spread(List<MeasuredRun> runs) {
        double[] logs =
                runs.stream()
                        .map(it -> Endpoints.of(it, "http_req_duration", 1000).overall())
                        .mapToDouble(it -> Math.log((double) it.allTimes().percentile(95)))
                        .toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        double squares = Arrays.stream(logs).map(it -> (it - mean) * (it - mean)).sum();
        return Math.sqrt(squares / (logs.length - 1));
    }

    private static SimulatedRuns with(
            SimulatedRuns like, double amongRuns, double amongSeconds, double memory) {
        return new SimulatedRuns(
                like.endpoints(),
                like.seconds(),
                like.rate(),
                amongRuns,
                like.hiccups(),
                amongSeconds,
                memory,
                like.errors());
    }

    private static SimulatedRuns hiccups(SimulatedRuns like) {
        return new SimulatedRuns(
                like.endpoints(),
                like.seconds(),
                like.rate(),
                like.amongRuns(),
                0.1,
                like.amongSeconds(),
                like.memory(),
                like.errors());
    }

    private static SimulatedRuns endpoints(SimulatedRuns like, int endpoints) {
        return new SimulatedRuns(
                endpoints,
                like.seconds(),
                like.rate() / 4,
                like.amongRuns(),
                like.hiccups(),
                like.amongSeconds(),
                like.memory(),
                like.errors());
    }
}
