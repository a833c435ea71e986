package io.spate.web.api;

import io.spate.web.api.Plans.Load;
import io.spate.web.api.Plans.Point;
import io.spate.web.api.Plans.RunRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a page asks to run; names all that is wrong with it. */
final class RunRequests {
    private static final int LIST_MAX = 200;
    private static final int POINTS_MAX = 500;
    private static final int USERS_MAX = 10_000_000;
    private static final double RATE_MAX = 10_000_000;
    private static final long DURATION_MAX = 366L * 24 * 3_600_000;

    private final List<Mistake> mistakes = new ArrayList<>();

    private RunRequests() {}

    static RunRequest read(JsonNode body) {
        var reading = new RunRequests();
        var request =
                new RunRequest(
                        reading.text(body, "plan"),
                        reading.text(body, "target"),
                        reading.load(body.path("load")),
                        reading.texts(body, "tags"),
                        reading.text(body, "environment"),
                        reading.variables(body.path("variables")),
                        reading.texts(body, "user_classes"),
                        body.path("confirm_public").asBoolean(false));
        if (!reading.mistakes.isEmpty()) {
            throw new BadRequest(422, reading.mistakes);
        }
        return request;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private Optional<String> text(JsonNode body, String field) {
        var node = body.path(field);
        if (!isAbsent(node) && !node.isString()) {
            mistakes.add(Mistake.of(field, field + " must be a text"));
        }
        return node.isString()
                ? Optional.of(node.asString().strip()).filter(it -> !it.isEmpty())
                : Optional.empty();
    }

    private List<String> texts(JsonNode body, String field) {
        var node = body.path(field);
        if (isAbsent(node)) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        boolean good = node.isArray() && node.size() <= LIST_MAX;
        for (var each : node) {
            good &= each.isString();
            texts.add(each.asString(""));
        }
        if (!good) {
            mistakes.add(
                    Mistake.of(
                            field,
                            "%s must be a list of up to %d texts".formatted(field, LIST_MAX)));
        }
        return texts;
    }

    private Map<String, String> variables(JsonNode node) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (isAbsent(node)) {
            return variables;
        }
        boolean good = node.isObject() && node.size() <= LIST_MAX;
        for (var each : node.properties()) {
            good &= each.getValue().isString() && each.getKey().matches("[A-Za-z_]\\w*");
            variables.put(each.getKey(), each.getValue().asString(""));
        }
        if (!good) {
            mistakes.add(
                    Mistake.of(
                            "variables",
                            "variables must be an object of texts, with names such as BASE_URL"));
        }
        return variables;
    }

    private Optional<Load> load(JsonNode node) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        return switch (node.path("kind").asString("")) {
            case "users" ->
                    Optional.of(
                            new Load.Users(
                                    (int) number(node, "users", 1, USERS_MAX, true),
                                    number(node, "spawn_rate", 0, RATE_MAX, false),
                                    (long) number(node, "duration_ms", 0, DURATION_MAX, false)));
            case "rate" ->
                    Optional.of(
                            new Load.Rate(
                                    number(node, "rate", 0.001, RATE_MAX, true),
                                    (int) number(node, "max_users", 0, USERS_MAX, false),
                                    (long) number(node, "duration_ms", 0, DURATION_MAX, false)));
            case "curve" -> Optional.of(line(node));
            default -> {
                mistakes.add(Mistake.of("load", "load.kind must be users, rate or curve"));
                yield Optional.empty();
            }
        };
    }

    private Load line(JsonNode node) {
        var unit = node.path("unit").asString("users");
        if (!unit.equals("users") && !unit.equals("rate")) {
            mistakes.add(Mistake.of("points", "load.unit must be users or rate"));
        }
        var points = new ArrayList<Point>();
        long last = -1;
        boolean good = node.path("points").isArray();
        for (var each : node.path("points")) {
            var at = each.path("at_ms");
            var value = each.path("value");
            good &= at.isNumber() && value.isNumber() && at.asLong() >= last;
            good &= value.asDouble(0) >= 0 && value.asDouble(0) <= RATE_MAX;
            good &= at.asLong(0) <= DURATION_MAX;
            last = at.asLong(0);
            points.add(new Point(last, value.asDouble(0)));
        }
        if (!good || points.size() < 2 || points.size() > POINTS_MAX) {
            mistakes.add(
                    Mistake.of(
                            "points",
                            "points must be 2 to %d, none earlier than the one before, with values from 0 on"
                                    .formatted(POINTS_MAX)));
        }
        return new Load.Line(unit.equals("rate"), points);
    }

    private double number(JsonNode node, String field, double min, double max, boolean needed) {
        var given = node.path(field);
        if (isAbsent(given) && !needed) {
            return 0;
        }
        if (given.isNumber() && given.asDouble() >= min && given.asDouble() <= max) {
            return given.asDouble();
        }
        mistakes.add(
                Mistake.of(
                        field,
                        "%s must be a number of %s to %s"
                                .formatted(field, plain(min), plain(max))));
        return min;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
