package io.spate.cli.convert;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.convert.check.Finding;
import io.spate.convert.check.K6Check;
import io.spate.convert.check.LocustCheck;
import io.spate.convert.js.JsParser;
import io.spate.convert.python.PyParser;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Looks through files, and prints what it finds. */
final class Checking {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SpateProcess process;
    private final boolean json;

    Checking(SpateProcess process, boolean json) {
        this.process = process;
        this.json = json;
    }

    /** Looks through files; returns the exit code. */
    int run(List<String> names) {
        names.forEach(this::checkKind);
        var found = found(names);
        process.out().print(json ? json(found) : text(found));
        process.out().flush();
        boolean all = found.values().stream().allMatch(List::isEmpty);
        return (all ? ExitCode.PASSED : ExitCode.FAILED).code();
    }

    /** By file, in their order. */
    private Map<String, List<Finding>> found(List<String> names) {
        Map<String, List<Finding>> found = new LinkedHashMap<>();
        names.forEach(it -> found.put(it, List.of()));
        var python = names.stream().filter(it -> it.endsWith(".py")).toList();
        if (!python.isEmpty()) {
            try (var parser = new PyParser()) {
                python.forEach(it -> found.put(it, LocustCheck.of(parser, it, process.file(it))));
            }
        }
        if (python.size() < names.size()) {
            try (var parser = new JsParser()) {
                names.stream()
                        .filter(it -> !it.endsWith(".py"))
                        .forEach(it -> found.put(it, K6Check.of(parser, it, process.file(it))));
            }
        }
        return found;
    }

    private void checkKind(String name) {
        if (!Files.isRegularFile(process.file(name))) {
            throw new UsageException(name + ": there is no such file");
        }
        if (name.endsWith(".java") || name.endsWith(".yml") || name.endsWith(".yaml")) {
            throw new UsageException(name + ": this is Spate's own; use spate validate");
        }
    }

    private static String text(Map<String, List<Finding>> found) {
        var text = new StringBuilder();
        found.forEach(
                (name, findings) -> {
                    if (findings.isEmpty()) {
                        text.append(name).append(": all of it is supported\n");
                    }
                    for (var each : findings) {
                        var place = each.place();
                        text.append(place.file());
                        if (place.line() > 0) {
                            text.append(':')
                                    .append(place.line())
                                    .append(':')
                                    .append(place.column());
                        }
                        text.append(": ").append(each.message()).append('\n');
                    }
                });
        return text.toString();
    }

    private static String json(Map<String, List<Finding>> found) {
        var root = NODES.objectNode();
        var list = root.putArray("files");
        found.forEach(
                (name, findings) -> {
                    var file =
                            list.addObject().put("file", name).put("supported", findings.isEmpty());
                    var all = file.putArray("findings");
                    findings.forEach(it -> all.add(json(it)));
                });
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode json(Finding finding) {
        return NODES.objectNode()
                .put("kind", finding.kind())
                .put("file", finding.place().file())
                .put("line", finding.place().line())
                .put("column", finding.place().column())
                .put("message", finding.message());
    }
}
