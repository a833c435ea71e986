package io.spate.report.notice;

import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Units;
import io.spate.report.verdict.Conclusion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Slack's incoming webhooks take: verdict, violations, key figures and a link, in blocks of
 * plain text, so that no name means anything to Slack.
 */
public final class SlackMessage {
    // Slack's own limits: longer texts are refused with the whole message.
    private static final int HEADER_MAX = 150;
    private static final int TEXT_MAX = 2000;
    private static final int VIOLATIONS = 10;

    private final Results results;
    private final Conclusion conclusion;
    private final ArrayNode blocks = JsonNodeFactory.instance.arrayNode();

    private SlackMessage(Results results) {
        this.results = results;
        this.conclusion = Conclusion.of(results);
    }

    /**
     * The message about a run.
     *
     * @param link to where more can be read
     */
    public static String json(Results results, Optional<String> link) {
        return new SlackMessage(results).json(link);
    }

    private String json(Optional<String> link) {
        var headline = conclusion.status().marked() + ": " + name();
        block("header", headline, HEADER_MAX);
        violations();
        var fields = JsonNodeFactory.instance.arrayNode();
        figures().forEach(it -> fields.add(text(it, TEXT_MAX)));
        blocks.addObject().put("type", "section").set("fields", fields);
        link.ifPresent(this::link);
        var message = JsonNodeFactory.instance.objectNode();
        // What notifications show, where there are no blocks. Here Slack reads its own markup.
        message.put("text", escaped(Cells.cut(headline, HEADER_MAX)));
        message.set("blocks", blocks);
        return JsonMapper.shared().writeValueAsString(message);
    }

    private String name() {
        var name = Cells.clean(results.name());
        return results.environment().isEmpty()
                ? name
                : name + " (" + Cells.clean(results.environment()) + ")";
    }

    private void violations() {
        var reasons = conclusion.reasons();
        if (reasons.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        reasons.stream()
                .limit(VIOLATIONS)
                .forEach(it -> lines.append("• ").append(Cells.clean(it)).append('\n'));
        if (reasons.size() > VIOLATIONS) {
            lines.append("… and %d more".formatted(reasons.size() - VIOLATIONS));
        }
        block("section", lines.toString().strip(), TEXT_MAX);
    }

    private List<String> figures() {
        var totals = results.totals();
        return List.of(
                "Requests: " + Units.grouped(totals.requests()),
                "Throughput: %s req/sec".formatted(decimal(totals.requestsPerSecond())),
                "Error rate: " + Units.percent(totals.failureRate()),
                "P95 latency: %sms".formatted(decimal(totals.serviceTimeMs().p95())),
                "Target: " + (results.target().isEmpty() ? "-" : Cells.clean(results.target())));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    private void link(String link) {
        var element = JsonNodeFactory.instance.objectNode();
        element.put("type", "button").put("url", Cells.cut(Cells.clean(link), TEXT_MAX));
        element.set("text", text("Open the report", HEADER_MAX));
        blocks.addObject().put("type", "actions").putArray("elements").add(element);
    }

    private void block(String type, String content, int max) {
        blocks.addObject().put("type", type).set("text", text(content, max));
    }

    private static ObjectNode text(String content, int max) {
        var cut = content.length() <= max ? content : content.substring(0, max - 1) + "…";
        return JsonNodeFactory.instance.objectNode().put("type", "plain_text").put("text", cut);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
