package io.spate.convert.k6;

import io.spate.convert.draft.Step.Value;
import io.spate.convert.draft.Text;
import io.spate.convert.draft.Text.Part;
import io.spate.convert.js.Js;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What expressions come to, as far as it can be told without running them. */
final class Expressions {
    private static final String ENV = "__ENV.";

    private final Scope scope;

    Expressions(Scope scope) {
        this.scope = scope;
    }

    /** A text; empty where it cannot be told. */
    Optional<Text> text(Js node) {
        var parts = new ArrayList<Part>();
        return append(parts, scope.resolved(node))
                ? Optional.of(new Text(merged(parts)))
                : Optional.empty();
    }

    private static List<Part> merged(List<Part> parts) {
        var merged = new ArrayList<Part>();
        for (var part : parts) {
            if (part instanceof Part.Literal(var text)
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Part.Literal(var before)) {
                merged.set(merged.size() - 1, new Part.Literal(before + text));
            } else if (!part.equals(new Part.Literal(""))) {
                merged.add(part);
            }
        }
        return merged;
    }

    private boolean append(List<Part> parts, Js node) {
        var literal = node.literalText().or(() -> node.literalNumber().map(Expressions::plain));
        if (literal.isPresent()) {
            return parts.add(new Part.Literal(literal.get()));
        }
        return switch (node.type()) {
            case "TemplateLiteral" -> template(parts, node);
            case "TaggedTemplateExpression" -> template(parts, node.at("quasi"));
            case "BinaryExpression" ->
                    random(node).map(parts::add).orElseGet(() -> sum(parts, node));
            case "LogicalExpression" -> withDefault(parts, node);
            case "CallExpression" -> random(node).map(parts::add).orElse(false);
            case "Identifier" -> identifier(parts, node);
            case "MemberExpression" -> member(parts, node);
            default -> false;
        };
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private boolean template(List<Part> parts, Js node) {
        var quasis = node.all("quasis");
        var expressions = node.all("expressions");
        for (int i = 0; i < quasis.size(); i++) {
            parts.add(new Part.Literal(quasis.get(i).at("value").string("cooked")));
            if (i < expressions.size() && !append(parts, scope.resolved(expressions.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean sum(List<Part> parts, Js node) {
        return node.string("operator").equals("+")
                && append(parts, scope.resolved(node.at("left")))
                && append(parts, scope.resolved(node.at("right")));
    }

    /** {@code __ENV.HOST || 'http://localhost'}. */
    private boolean withDefault(List<Part> parts, Js node) {
        var name = env(node.at("left"));
        var value = text(node.at("right")).flatMap(Expressions::fixed);
        if (name.isEmpty() || value.isEmpty()) {
            return false;
        }
        scope.variables().put(name, value.get());
        return parts.add(new Part.Variable(name));
    }

    /** A node that a name stands for. */
    Js resolved(Js node) {
        return scope.resolved(node);
    }

    /** A text without variables; empty where it cannot be told. */
    Optional<String> fixed(Js node) {
        return node.exists() ? text(node).flatMap(Expressions::fixed) : Optional.empty();
    }

    private static Optional<String> fixed(Text text) {
        return switch (text.parts().size()) {
            case 0 -> Optional.of("");
            case 1 ->
                    text.parts().getFirst() instanceof Part.Literal(var literal)
                            ? Optional.of(literal)
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The name of a variable of the environment; empty for anything else. */
    private static String env(Js node) {
        var path = node.path();
        return path.startsWith(ENV) ? path.substring(ENV.length()) : "";
    }

    private boolean identifier(List<Part> parts, Js node) {
        return switch (node.name()) {
            case "__VU" -> parts.add(new Part.Variable("userId"));
            case "__ITER" -> parts.add(new Part.Variable("iteration"));
            default ->
                    scope.users().contains(node.name())
                            && parts.add(new Part.Variable(node.name()));
        };
    }

    private boolean member(List<Part> parts, Js node) {
        var env = env(node);
        if (!env.isEmpty()) {
            scope.variables().putIfAbsent(env, "");
            return parts.add(new Part.Variable(env));
        }
        var handed = scope.handed().get(node.path());
        return handed != null && parts.add(new Part.Variable(handed));
    }

    /** {@code randomIntBetween(1, 9)}, {@code Math.floor(Math.random() * 9) + 1}. */
    private Optional<Part> random(Js node) {
        if (node.is("CallExpression") && node.at("callee").path().endsWith("randomIntBetween")) {
            return whole(node.at("arguments").element(0))
                    .flatMap(
                            min ->
                                    whole(node.at("arguments").element(1))
                                            .map(max -> new Part.Random(min, max)));
        }
        if (node.is("BinaryExpression") && node.string("operator").equals("+")) {
            var left = node.at("left");
            boolean leftIsRandom = left.is("CallExpression");
            var plus = whole(leftIsRandom ? node.at("right") : left);
            return plus.flatMap(
                    more ->
                            random(leftIsRandom ? left : node.at("right"))
                                    .flatMap(it -> shifted(it, more)));
        }
        if (!node.at("callee").path().equals("Math.floor")) {
            return Optional.empty();
        }
        var product = node.at("arguments").element(0);
        boolean isRandom =
                product.string("operator").equals("*")
                        && product.at("left").at("callee").path().equals("Math.random");
        return isRandom
                ? whole(product.at("right")).map(it -> new Part.Random(0, it - 1))
                : Optional.empty();
    }

    private static Optional<Part> shifted(Part part, long by) {
        return part instanceof Part.Random(var min, var max)
                ? Optional.of(new Part.Random(min + by, max + by))
                : Optional.empty();
    }

    /** A whole number. */
    Optional<Long> whole(Js node) {
        return number(node).filter(it -> it == Math.rint(it)).map(Double::longValue);
    }

    /** A number. */
    Optional<Double> number(Js node) {
        var value = scope.resolved(node);
        if (value.is("BinaryExpression")) {
            return number(value.at("left"))
                    .flatMap(
                            left ->
                                    number(value.at("right"))
                                            .flatMap(
                                                    right ->
                                                            computed(
                                                                    value.string("operator"),
                                                                    left,
                                                                    right)));
        }
        return value.literalNumber();
    }

    private static Optional<Double> computed(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> Optional.of(left + right);
            case "-" -> Optional.of(left - right);
            case "*" -> Optional.of(left * right);
            case "/" -> Optional.of(left / right);
            default -> Optional.empty();
        };
    }

    /** A value of JSON; empty where it cannot be told. */
    Optional<Value> value(Js node) {
        var value = scope.resolved(node);
        return switch (value.type()) {
            case "ObjectExpression" -> object(value);
            case "ArrayExpression" -> array(value);
            case "Literal" ->
                    value.literalText().isPresent()
                            ? text(value).map(Value.Str::new)
                            : Optional.of(new Value.Plain(value.source()));
            default ->
                    number(value)
                            .<Value>map(it -> new Value.Plain(plain(it)))
                            .or(() -> text(value).map(Value.Str::new));
        };
    }

    private Optional<Value> object(Js node) {
        Map<String, Value> all = new LinkedHashMap<>();
        for (var property : node.all("properties")) {
            var key = property.key("key");
            var value = value(property.at("value"));
            if (key.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            all.put(key, value.get());
        }
        return Optional.of(new Value.Obj(all));
    }

    private Optional<Value> array(Js node) {
        var all = new ArrayList<Value>();
        for (var element : node.all("elements")) {
            var value = value(element);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            all.add(value.get());
        }
        return Optional.of(new Value.Arr(all));
    }

    /** An object whose values are texts; empty where one cannot be told. */
    Optional<Map<String, Text>> texts(Js node) {
        Map<String, Text> all = new LinkedHashMap<>();
        var object = scope.resolved(node);
        if (!object.is("ObjectExpression")) {
            return Optional.empty();
        }
        for (var property : object.all("properties")) {
            var key = property.key("key");
            var text = text(property.at("value"));
            if (key.isEmpty() || text.isEmpty()) {
                return Optional.empty();
            }
            all.put(key, text.get());
        }
        return Optional.of(all);
    }
}
