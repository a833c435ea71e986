package io.spate.cli;

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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code spate check}: tells what of scripts of other tools is not supported. */
@Command(
        name = "check",
        description =
                "Tell what k6 scripts and locustfiles use that is not supported, without running them.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate check script.js",
            "  spate check locustfile.py",
            "  spate check --json tests/*.js",
            "",
            "Exit codes: 0 all is supported, 1 something is not, 104 a file cannot be read."
        })
final class CheckCommand implements Callable<Integer> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SpateProcess process;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to look through.")
    private @Nullable List<String> files;

    @Option(names = "--json", description = "Print what is found as JSON.")
    private boolean json;

    CheckCommand(SpateProcess process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        var names = files == null ? List.<String>of() : files;
        names.forEach(this::checkKind);
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
        process.out().print(json ? json(found) : text(found));
        process.out().flush();
        boolean all = found.values().stream().allMatch(List::isEmpty);
        return (all ? ExitCode.PASSED : ExitCode.FAILED).code();
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
