package io.spate.cli.repeat;

import io.spate.analysis.compare.Comparison;
import io.spate.cli.compare.CompareJson;
import io.spate.cli.process.SpateProcess;
import io.spate.report.json.WholeFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What several runs came to, as JSON. */
final class RepeatJson {
    private RepeatJson() {}

    /** Writes it; whether that went well. */
    static boolean write(
            SpateProcess process,
            String name,
            List<Variant> variants,
            Repeating.Outcome outcome,
            long seed,
            Optional<Comparison> comparison) {
        var document = new LinkedHashMap<String, Object>();
        document.put("seed", seed);
        document.put("interrupted", outcome.interrupted());
        document.put("runs", outcome.runs().stream().map(RepeatJson::run).toList());
        document.put("variants", variants.stream().map(it -> variant(it, outcome)).toList());
        comparison.ifPresent(it -> document.put("comparison", CompareJson.of(it)));
        var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            WholeFile.write(
                    process.file(name),
                    out -> out.write(mapper.writeValueAsString(document) + "\n"));
            process.err().println("Wrote the runs to " + name);
            return true;
        } catch (IOException e) {
            process.err().println("spate: the file of the runs is missing: " + e.getMessage());
            return false;
        }
    }

    private static Map<String, Object> run(Repetition run) {
        var row = new LinkedHashMap<String, Object>();
        row.put("run", run.measured().run().name());
        row.put("variant", run.variant());
        row.put("started_at", run.measured().run().startedAt().toString());
        row.put("exit_code", run.exitCode());
        row.put("warm_up_seconds", run.measured().warmUpSeconds());
        row.put("steady", run.measured().steady());
        row.put("requests", run.count());
        row.put("requests_per_second", run.perSecond());
        row.put("failure_rate", run.failureRate());
        row.put("p50_ms", run.p50Ms());
        row.put("p95_ms", run.p95Ms());
        row.put("p99_ms", run.p99Ms());
        return row;
    }

    private static Map<String, Object> variant(Variant variant, Repeating.Outcome outcome) {
        var runs = outcome.of(variant.name());
        var row = new LinkedHashMap<String, Object>();
        row.put("variant", variant.name());
        row.put("title", variant.title());
        row.put("runs", runs.size());
        if (!runs.isEmpty()) {
            row.put("requests_per_second", spread(runs, Repetition::perSecond));
            row.put("failure_rate", spread(runs, Repetition::failureRate));
            row.put("p50_ms", spread(runs, Repetition::p50Ms));
            row.put("p95_ms", spread(runs, Repetition::p95Ms));
            row.put("p99_ms", spread(runs, Repetition::p99Ms));
        }
        return row;
    }

    private static Map<String, Object> spread(
            List<Repetition> runs, ToDoubleFunction<Repetition> figure) {
        var spread = Spread.of(runs, figure);
        var row = new LinkedHashMap<String, Object>();
        put(row, "mean", spread.mean());
        put(row, "deviation", spread.deviation());
        put(row, "variation", spread.variation());
        put(row, "min", spread.min());
        put(row, "max", spread.max());
        return row;
    }

    private static void put(Map<String, Object> row, String name, double value) {
        if (Double.isFinite(value)) {
            row.put(name, value);
        }
    }
}
