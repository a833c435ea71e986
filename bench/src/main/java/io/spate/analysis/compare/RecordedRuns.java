package io.spate.analysis.compare;

import io.spate.analysis.MeasuredRun;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Real runs, as {@code bench/statistics record} wrote them.
 *
 * @param same those of the one shop, in the order in which they were made
 * @param slower those of the shop that is 10 % slower
 */
record RecordedRuns(List<MeasuredRun> same, List<MeasuredRun> slower) {
    private static final long SECOND = 1_000_000_000L;
    private static final long UNIT_NANOS = 10_000;

    static RecordedRuns read(Path file) throws IOException {
        Map<String, Map<Integer, Map<Series, Aggregate>>> runs = new LinkedHashMap<>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> add(runs, line.split(",", -1)));
        }
        List<MeasuredRun> same = new ArrayList<>();
        List<MeasuredRun> slower = new ArrayList<>();
        runs.forEach(
                (name, seconds) -> {
                    List<Snapshot> all = new ArrayList<>();
                    seconds.forEach(
                            (at, values) ->
                                    all.add(
                                            new Snapshot(
                                                    at * SECOND,
                                                    (at + 1) * SECOND,
                                                    values,
                                                    Map.of())));
                    (name.endsWith("same") ? same : slower)
                            .add(new MeasuredRun(name, Instant.EPOCH, all));
                });
        return new RecordedRuns(same, slower);
    }

    private static void add(
            Map<String, Map<Integer, Map<Series, Aggregate>>> runs, String... cells) {
        var endpoint = cells[3].split(" ", 2);
        var steps = cells[5].split(" ", -1);
        var times = new long[steps.length];
        long value = 0;
        for (int i = 0; i < steps.length; i++) {
            value += Long.parseLong(steps[i]);
            times[i] = value * UNIT_NANOS;
        }
        var values =
                runs.computeIfAbsent(cells[0] + " " + cells[1], _ -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(cells[2]), _ -> new HashMap<>());
        SimulatedRuns.put(values, endpoint[0], endpoint[1], Integer.parseInt(cells[4]), times);
    }
}
