package io.spate.convert.k6;

import io.spate.convert.draft.Step;
import io.spate.convert.draft.TestDraft;
import io.spate.convert.draft.TestDraft.ScenarioDraft;
import io.spate.convert.draft.TestDraft.TaskDraft;
import io.spate.convert.js.Js;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.MissingNode;

/** Reads a script of k6 for what it means. */
public final class K6Reader {
    private static final Map<String, String> METRICS =
            Map.of("Counter", "counter", "Gauge", "gauge", "Rate", "rate", "Trend", "trend");

    private final Scope scope = Scope.empty();
    private final Map<String, Js> functions = new HashMap<>();
    private final List<Step.Left> left = new ArrayList<>();
    private Js options;

    private K6Reader(Js program) {
        options = new Js(MissingNode.getInstance(), program.text());
        program.all("body").forEach(this::statement);
    }

    /**
     * The test of a script.
     *
     * @param source the file, as the user named it
     */
    public static TestDraft read(String source, Js program) {
        return new K6Reader(program).draft(source);
    }

    private void statement(Js node) {
        switch (node.type()) {
            case "ImportDeclaration" -> imported(node);
            case "EmptyStatement" -> {}
            case "VariableDeclaration" ->
                    node.all("declarations").forEach(it -> declared(it, node));
            case "FunctionDeclaration" -> functions.put(node.at("id").name(), node);
            case "ExportNamedDeclaration" -> {
                if (node.at("declaration").exists()) {
                    statement(node.at("declaration"));
                }
            }
            case "ExportDefaultDeclaration" -> functions.put("default", node.at("declaration"));
            default -> left(node);
        }
    }

    private void left(Js node) {
        left.add(new Step.Left(node.line(), node.source()));
    }

    private void imported(Js node) {
        var module = node.at("source").literalText().orElse("");
        for (var specifier : node.all("specifiers")) {
            var local = specifier.at("local").name();
            var name =
                    switch (specifier.type()) {
                        case "ImportDefaultSpecifier" -> "default";
                        case "ImportNamespaceSpecifier" -> "*";
                        default -> specifier.at("imported").name();
                    };
            scope.imports().put(local, module + " " + name);
        }
    }

    private void declared(Js declarator, Js statement) {
        var name = declarator.at("id").name();
        var value = declarator.at("init");
        if (name.equals("options")) {
            options = value;
        } else if (isMetric(value)) {
            metric(name, value);
        } else if (value.type().endsWith("FunctionExpression")) {
            functions.put(name, value);
        } else if (name.isEmpty() || value.is("NewExpression") || value.is("CallExpression")) {
            left(statement);
        } else {
            scope.constants().put(name, value);
        }
    }

    private boolean isMetric(Js value) {
        return value.is("NewExpression")
                && METRICS.keySet().stream()
                        .anyMatch(it -> scope.isImport(value.at("callee"), "k6/metrics", it));
    }

    private void metric(String name, Js value) {
        var path = value.at("callee").path();
        var kind = METRICS.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "counter");
        var arguments = value.at("arguments");
        boolean time = arguments.element(1).source().equals("true");
        arguments
                .element(0)
                .literalText()
                .ifPresentOrElse(
                        it ->
                                scope.metrics()
                                        .put(
                                                name,
                                                new Scope.OwnMetric(
                                                        it,
                                                        time && kind.equals("trend")
                                                                ? "timeTrend"
                                                                : kind)),
                        () -> left(value));
    }

    private TestDraft draft(String source) {
        var before = steps("setup");
        var read = new OptionsDraft(options, new Expressions(scope), left);
        var scenarios = new ArrayList<ScenarioDraft>();
        for (var spec : read.scenarios()) {
            scenarios.add(
                    new ScenarioDraft(
                            spec.name(),
                            spec.load(),
                            Optional.empty(),
                            spec.startTime(),
                            Optional.of(spec.gracefulStop()),
                            spec.tags(),
                            List.of(),
                            List.of(new TaskDraft("", 1, steps(spec.exec()))),
                            List.of()));
        }
        var after = steps("teardown");
        if (functions.containsKey("handleSummary")) {
            left(functions.get("handleSummary"));
        }
        var metrics = new java.util.LinkedHashMap<String, String>();
        scope.metrics().values().forEach(it -> metrics.put(it.name(), it.kind()));
        var all = new ArrayList<>(before);
        scenarios.forEach(it -> it.tasks().forEach(task -> all.addAll(task.steps())));
        return new TestDraft(
                source,
                Targets.of(all),
                scope.variables(),
                metrics,
                read.thresholds(),
                before,
                after,
                scenarios,
                left);
    }

    private List<Step> steps(String function) {
        var known = functions.get(function);
        if (known == null) {
            return List.of();
        }
        var resolved = functions.getOrDefault(known.name(), known);
        var parameter = resolved.at("params").element(0).name();
        if (!parameter.isEmpty() && !parameter.equals("data")) {
            var renamed = new HashMap<String, String>();
            scope.handed()
                    .forEach(
                            (path, variable) ->
                                    renamed.put(
                                            parameter + path.substring(path.indexOf('.')),
                                            variable));
            scope.handed().putAll(renamed);
        }
        return StepReader.of(scope, resolved);
    }
}
