package io.spate.cli.history;

import io.spate.store.Figures;
import io.spate.store.RunPage;
import io.spate.store.StoredRun;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs that were kept, as JSON: times in ms, rates per second, shares 0 to 1. */
final class RunJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RunJson() {}

    /** A page of runs, with a line end. */
    static String page(RunPage page) {
        var root = JSON.createObjectNode();
        root.put("total", page.total());
        var runs = root.putArray("runs");
        page.runs().forEach(it -> runs.add(run(it)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode run(StoredRun run) {
        var facts = run.facts();
        var node = JSON.createObjectNode();
        node.put("id", run.id());
        node.put("started_at", facts.startedAt().toString());
        node.put("name", facts.plan().name());
        node.put("source", facts.source());
        node.put("target", facts.target());
        node.put("environment", facts.environment());
        node.put("plan_key", facts.plan().key());
        node.put("elapsed_ms", run.elapsed().toMillis());
        node.put("state", run.state().text());
        run.passed().ifPresentOrElse(it -> node.put("passed", it), () -> node.putNull("passed"));
        run.figures().ifPresent(it -> figures(node, it));
        facts.commit()
                .ifPresent(
                        it -> {
                            var commit = node.putObject("commit");
                            commit.put("hash", it.hash());
                            commit.put("branch", it.branch());
                            commit.put("dirty", it.dirty());
                        });
        var machine = node.putObject("machine");
        machine.put("host", facts.machine().host());
        machine.put("cores", facts.machine().cores());
        machine.put("memory_bytes", facts.machine().memoryBytes());
        machine.put("cpu", facts.machine().cpu());
        machine.put("os", facts.machine().os());
        machine.put("java", facts.machine().java());
        node.put("version", facts.version());
        node.put("notes", run.notes());
        var baselines = node.putArray("baselines");
        run.baselines().forEach(baselines::add);
        var tags = node.putObject("tags");
        facts.tags().forEach(tags::put);
        return node;
    }

    private static void figures(ObjectNode node, Figures figures) {
        node.put("requests", figures.requests());
        node.put("failures", figures.failures());
        node.put("requests_per_second", figures.requestsPerSecond());
        node.put("failure_rate", figures.failureRate());
        number(node, "p50", figures.p50Millis());
        number(node, "p95", figures.p95Millis());
        number(node, "p99", figures.p99Millis());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
