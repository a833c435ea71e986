package io.spate.report.notice;

import io.spate.report.json.Results;
import io.spate.report.verdict.Conclusion;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What any program is told of a finished run. */
public final class WebhookMessage {
    private WebhookMessage() {}

    /**
     * The message about a run: the names of {@code results.json}, as far as they are there.
     *
     * @param link to where more can be read
     */
    public static String json(Results results, Optional<String> link) {
        var conclusion = Conclusion.of(results);
        var totals = results.totals();
        var message = JsonNodeFactory.instance.objectNode();
        message.put("event", "load_test_finished")
                .put("status", conclusion.status().name())
                .put("passed", conclusion.passed())
                .put("name", results.name())
                .put("target", results.target())
                .put("environment", results.environment())
                .put("started_at", results.startedAt())
                .put("elapsed_seconds", results.elapsedSeconds())
                .put("ending", results.ending());
        var violations = message.putArray("violations");
        conclusion.reasons().forEach(violations::add);
        message.putObject("totals")
                .put("requests", totals.requests())
                .put("failures", totals.failures())
                .put("failure_rate", totals.failureRate())
                .put("requests_per_second", totals.requestsPerSecond())
                .put("p50_ms", totals.serviceTimeMs().med())
                .put("p95_ms", totals.serviceTimeMs().p95())
                .put("p99_ms", totals.serviceTimeMs().p99());
        link.ifPresent(it -> message.put("link", it));
        return JsonMapper.shared().writeValueAsString(message);
    }
}
