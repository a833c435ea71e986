package io.spate.convert.k6;

import io.spate.convert.draft.Step;
import io.spate.convert.draft.Step.Request;
import io.spate.convert.js.Js;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements of a function, as steps. What has no counterpart becomes a step too. */
final class StepReader {
    private final Scope scope;
    private final Expressions expressions;
    private final RequestReader requests;

    /** The requests whose responses have names. */
    private final Map<String, Request> named = new HashMap<>();

    private List<Step> steps = new ArrayList<>();

    StepReader(Scope scope) {
        this.scope = scope;
        this.expressions = new Expressions(scope);
        this.requests = new RequestReader(scope, expressions);
    }

    /** The steps of a function. */
    static List<Step> of(Scope scope, Js function) {
        var reader = new StepReader(scope);
        var body = function.at("body");
        if (body.is("BlockStatement")) {
            body.all("body").forEach(reader::statement);
        } else {
            reader.expression(body, body);
        }
        return reader.steps;
    }

    private void statement(Js node) {
        switch (node.type()) {
            case "VariableDeclaration" ->
                    node.all("declarations").forEach(it -> declared(it, node));
            case "ExpressionStatement" -> expression(node.at("expression"), node);
            case "BlockStatement" -> node.all("body").forEach(this::statement);
            case "ForStatement" -> loop(node);
            case "ReturnStatement" -> returned(node);
            case "EmptyStatement" -> {}
            default -> left(node);
        }
    }

    private void left(Js node) {
        steps.add(new Step.Left(node.line(), node.source()));
    }

    private static Js awaited(Js node) {
        return node.is("AwaitExpression") ? node.at("argument") : node;
    }

    private void declared(Js declarator, Js statement) {
        var name = declarator.at("id").name();
        var value = awaited(declarator.at("init"));
        if (name.isEmpty()) {
            left(statement);
        } else if (requests.isRequest(value)) {
            request(value, statement).ifPresent(it -> named.put(name, it));
        } else if (!extracted(name, value)) {
            boolean known =
                    value.is("ObjectExpression")
                            || value.is("ArrayExpression")
                            || value.at("callee").path().equals("JSON.stringify")
                            || expressions.text(value).isPresent();
            if (known) {
                scope.constants().put(name, value);
            } else {
                left(statement);
            }
        }
    }

    private Optional<Request> request(Js call, Js statement) {
        var request = requests.read(call);
        request.ifPresentOrElse(steps::add, () -> left(statement));
        return request;
    }

    /** Whether the value is one of a response, which users then have under the name. */
    private boolean extracted(String name, Js value) {
        var found = Paths.of(value);
        var request = found.map(it -> named.get(it.response()));
        if (request.isEmpty()) {
            return false;
        }
        request.get().extracts().put(name, found.get().path());
        scope.users().add(name);
        return true;
    }

    private void expression(Js node, Js statement) {
        var call = awaited(node);
        if (requests.isRequest(call)) {
            request(call, statement);
            return;
        }
        if (call.is("AssignmentExpression")) {
            if (!extracted(call.at("left").name(), call.at("right"))) {
                left(statement);
            }
            return;
        }
        var callee = call.at("callee");
        var arguments = call.at("arguments");
        if (scope.isImport(callee, "k6", "check")) {
            checks(arguments.element(0), arguments.element(1), statement);
        } else if (scope.isImport(callee, "k6", "sleep")) {
            Pauses.of(expressions, arguments.element(0))
                    .ifPresentOrElse(steps::add, () -> left(statement));
        } else if (scope.isImport(callee, "k6", "group")) {
            group(arguments, statement);
        } else if (!measured(callee, arguments)) {
            left(statement);
        }
    }

    private void checks(Js subject, Js set, Js statement) {
        var request =
                requests.isRequest(subject)
                        ? request(subject, statement)
                        : Optional.ofNullable(named.get(subject.name()));
        var checks = scope.resolved(set);
        if (request.isEmpty() || !checks.is("ObjectExpression")) {
            left(statement);
            return;
        }
        for (var property : checks.all("properties")) {
            CheckReader.of(property.key("key"), property.at("value"))
                    .ifPresentOrElse(request.get().checks()::add, () -> left(property));
        }
    }

    private void group(Js arguments, Js statement) {
        var name = arguments.element(0).literalText();
        var function = arguments.element(1);
        if (name.isEmpty() || !function.at("body").is("BlockStatement")) {
            left(statement);
            return;
        }
        steps.add(new Step.Group(name.get(), inner(function.at("body"))));
    }

    private List<Step> inner(Js block) {
        var outer = steps;
        steps = new ArrayList<>();
        statement(block);
        var inner = steps;
        steps = outer;
        return inner;
    }

    /** {@code for (let i = 0; i < 3; i++)}. */
    private void loop(Js node) {
        var test = node.at("test");
        var start = node.at("init").at("declarations").element(0).at("init").literalNumber();
        var end = expressions.whole(test.at("right"));
        boolean counts =
                start.equals(Optional.of(0.0))
                        && test.string("operator").equals("<")
                        && node.at("update").string("operator").equals("++");
        if (!counts || end.isEmpty()) {
            left(node);
            return;
        }
        steps.add(new Step.Repeat(end.get(), inner(node.at("body"))));
    }

    /** What setup hands on is what users then have. */
    private void returned(Js node) {
        var value = node.at("argument");
        if (!value.exists()) {
            return;
        }
        boolean known = value.is("ObjectExpression");
        for (var property : value.all("properties")) {
            var key = property.key("key");
            var given = property.at("value");
            if (scope.users().contains(given.name())) {
                scope.handed().put("data." + key, given.name());
            } else if (extracted(key, given)) {
                scope.handed().put("data." + key, key);
            } else {
                known = false;
            }
        }
        if (!known) {
            left(node);
        }
    }

    private boolean measured(Js callee, Js arguments) {
        var metric = scope.metrics().get(callee.at("object").name());
        if (metric == null || !callee.key("property").equals("add")) {
            return false;
        }
        var argument = arguments.element(0);
        var value =
                argument.source().matches("true|false")
                        ? Optional.of(argument.source())
                        : expressions.number(argument).map(Expressions::plain);
        value.ifPresent(it -> steps.add(new Step.Measure(metric.name(), it)));
        return value.isPresent();
    }
}
