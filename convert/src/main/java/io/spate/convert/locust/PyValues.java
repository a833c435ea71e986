package io.spate.convert.locust;

import io.spate.convert.draft.Step.Value;
import io.spate.convert.draft.Text;
import io.spate.convert.draft.Text.Part;
import io.spate.convert.python.Py;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What expressions of Python come to, as far as it can be told without running them. */
final class PyValues {
    /** What names stand for. */
    private final Map<String, Py> constants = new HashMap<>();

    /** What users have, from responses. */
    private final Set<String> users = new HashSet<>();

    void constant(String name, Py value) {
        constants.put(name, value);
    }

    void user(String name) {
        users.add(name);
    }

    Py resolved(Py node) {
        var known = node.is("Name") ? constants.get(node.string("id")) : null;
        return known == null || known.equals(node) ? node : resolved(known);
    }

    /** A text; empty where it cannot be told. */
    Optional<Text> text(Py node) {
        var parts = new ArrayList<Part>();
        return append(parts, resolved(node)) ? Optional.of(new Text(parts)) : Optional.empty();
    }

    private boolean append(List<Part> parts, Py node) {
        var literal = node.text().or(() -> node.number().map(PyValues::plain));
        if (literal.isPresent()) {
            return parts.add(new Part.Literal(literal.get()));
        }
        return switch (node.type()) {
            case "JoinedStr" ->
                    node.all("values").stream().allMatch(it -> append(parts, resolved(it)));
            case "FormattedValue" -> append(parts, resolved(node.at("value")));
            case "BinOp" ->
                    node.at("op").is("Add")
                            && append(parts, resolved(node.at("left")))
                            && append(parts, resolved(node.at("right")));
            case "Call" -> call(parts, node);
            case "Name", "Attribute" -> {
                var name = node.path().replaceFirst("^self\\.", "");
                yield users.contains(name) && parts.add(new Part.Variable(name));
            }
            default -> false;
        };
    }

    private boolean call(List<Part> parts, Py node) {
        var path = node.at("func").path();
        if (path.equals("str")) {
            return append(parts, resolved(node.argument(0)));
        }
        var min = node.argument(0).number();
        var max = node.argument(1).number();
        boolean random = path.equals("random.randint") || path.equals("randint");
        return random
                && min.isPresent()
                && max.isPresent()
                && parts.add(new Part.Random(min.get().longValue(), max.get().longValue()));
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Texts by name; empty where one cannot be told. */
    Optional<Map<String, Text>> texts(Py node) {
        Map<String, Text> all = new LinkedHashMap<>();
        var dict = resolved(node);
        if (!dict.exists()) {
            return Optional.of(all);
        }
        var keys = dict.all("keys");
        var values = dict.all("values");
        for (int i = 0; i < keys.size(); i++) {
            var value = text(values.get(i));
            if (keys.get(i).text().isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            all.put(keys.get(i).text().get(), value.get());
        }
        return dict.is("Dict") ? Optional.of(all) : Optional.empty();
    }

    /** A value of JSON; empty where it cannot be told. */
    Optional<Value> value(Py node) {
        var value = resolved(node);
        return switch (value.type()) {
            case "Dict" -> dict(value);
            case "List", "Tuple" -> list(value);
            case "Constant" ->
                    value.text().isPresent()
                            ? text(value).map(Value.Str::new)
                            : Optional.of(new Value.Plain(value.json().path("value").toString()));
            default -> text(value).map(Value.Str::new);
        };
    }

    private Optional<Value> dict(Py node) {
        Map<String, Value> all = new LinkedHashMap<>();
        var keys = node.all("keys");
        var values = node.all("values");
        for (int i = 0; i < keys.size(); i++) {
            var value = value(values.get(i));
            if (keys.get(i).text().isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            all.put(keys.get(i).text().get(), value.get());
        }
        return Optional.of(new Value.Obj(all));
    }

    private Optional<Value> list(Py node) {
        var all = new ArrayList<Value>();
        for (var element : node.all("elts")) {
            var value = value(element);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            all.add(value.get());
        }
        return Optional.of(new Value.Arr(all));
    }
}
