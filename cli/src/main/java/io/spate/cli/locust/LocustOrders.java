package io.spate.cli.locust;

import io.spate.cli.process.UsageException;
import io.spate.cli.target.AllowedTargets;
import io.spate.cli.target.TargetGuard;
import io.spate.cli.web.LoadCurve;
import io.spate.plan.Durations;
import io.spate.web.api.BadRequest;
import io.spate.web.api.Mistake;
import io.spate.web.api.Plans.Checked;
import io.spate.web.api.Plans.Load;
import io.spate.web.api.Plans.LocustFields;
import io.spate.web.api.Plans.RunRequest;
import io.spate.web.api.Plans.ScenarioWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be asked of loaded locustfiles, and what it comes to. For any thread. */
final class LocustOrders {
    private static final String DEFAULT_SHAPE = "Default";

    private final LocustRuns runs;
    private final LocustFlags flags;
    private final List<String> classes;
    private final List<String> shapes;
    private final String named;

    /** What was asked for last, which stands where nothing else is said. */
    private volatile Order last;

    private volatile String ratios;

    /**
     * A run to be, or the load of one that goes on.
     *
     * @param host the target; empty where the classes of users have their own
     * @param runSeconds 0 for until somebody ends it
     * @param classes of users; empty for all
     * @param shape that decides on users; empty text for none, nothing for that of the file
     * @param custom arguments that the files have added, as texts
     */
    record Order(
            int users,
            double spawnRate,
            String host,
            long runSeconds,
            List<String> classes,
            Optional<String> shape,
            Map<String, List<String>> custom) {
        Order {
            classes = List.copyOf(classes);
            custom = Map.copyOf(custom);
        }

        Map<String, @Nullable Object> forPython() {
            var all = withoutTime();
            all.put("run_time", runSeconds);
            return all;
        }

        Map<String, @Nullable Object> withoutTime() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            all.put("users", users);
            all.put("spawn_rate", spawnRate);
            if (!host.isEmpty()) {
                all.put("host", host);
            }
            all.put("user_classes", classes);
            shape.ifPresent(it -> all.put("shape_class", it));
            all.put("custom", custom);
            return all;
        }
    }

    LocustOrders(LocustRuns runs, LocustFlags flags) {
        this.runs = runs;
        this.flags = flags;
        this.classes = runs.test().classNames();
        this.shapes = runs.test().shapeNames();
        this.ratios = runs.test().ratios();
        this.last =
                new Order(
                        flags.whole("users").orElse(1),
                        flags.number("spawn_rate").orElse(1.0),
                        flags.text("host").map(LocustSession::withoutSlash).orElse(""),
                        flags.runSeconds().orElse(0),
                        List.of(),
                        Optional.empty(),
                        Map.of());
        this.named = last.host;
    }

    /** What the command line says. */
    Order first() {
        return last;
    }

    /** Says that something was asked for, and is done. */
    void ordered(Order order) {
        last = order;
        ratios = runs.test().ratios();
    }

    /** The shares of classes and tasks, as JSON. */
    String ratios() {
        return ratios;
    }

    LocustFields fields() {
        var now = last;
        return new LocustFields(
                now.users,
                now.spawnRate,
                now.host,
                now.runSeconds > 0 ? (Long) (now.runSeconds * 1000) : null,
                classes,
                flags.has("class_picker"),
                shapes.isEmpty() ? null : shapes.getLast());
    }

    /** The shape that decides on users in a run; empty for none. */
    Optional<String> shape(Order order) {
        return shapes.isEmpty()
                ? Optional.empty()
                : Optional.of(order.shape.orElse(shapes.getLast())).filter(it -> !it.isEmpty());
    }

    /** What a page asks for. */
    Order of(RunRequest request) {
        var wrong = new ArrayList<Mistake>();
        request.plan()
                .filter(it -> !it.equals(runs.file()))
                .ifPresent(
                        it -> wrong.add(Mistake.of("plan", "%s is not served here".formatted(it))));
        var now = last;
        int users = now.users;
        double rate = now.spawnRate;
        long seconds = now.runSeconds;
        switch (request.load().orElse(null)) {
            case null -> {}
            case Load.Users load -> {
                users = load.users();
                rate = load.spawnRate() > 0 ? load.spawnRate() : load.users();
                seconds = Math.ceilDiv(load.durationMs(), 1000);
            }
            case Load.Rate _, Load.Line _ ->
                    wrong.add(Mistake.of("load", "locustfiles have users, and no other load"));
        }
        var host = request.target().map(LocustSession::withoutSlash).orElse(now.host);
        var order =
                new Order(users, rate, host, seconds, request.userClasses(), now.shape, now.custom);
        return checked(order, wrong);
    }

    private Order checked(Order order, List<Mistake> wrong) {
        if (order.users > LocustSession.USERS_MAX) {
            wrong.add(Mistake.of("users", "users must be up to " + LocustSession.USERS_MAX));
        }
        if (!order.host.isEmpty() && !order.host.matches("(?i)https?://[^\\s<>]+")) {
            wrong.add(
                    Mistake.of(
                            "target", "the host must begin with http:// or https://, and a name"));
        }
        if (!order.classes.isEmpty() && !flags.has("class_picker")) {
            wrong.add(
                    Mistake.of(
                            "user_classes", "start with --class-picker to choose among classes"));
        }
        var unknown = order.classes.stream().filter(it -> !classes.contains(it)).toList();
        if (!unknown.isEmpty()) {
            wrong.add(
                    Mistake.of(
                            "user_classes",
                            "there is no user class " + String.join(", ", unknown)));
        }
        if (!wrong.isEmpty()) {
            throw new BadRequest(422, wrong);
        }
        return order;
    }

    /** What a client of Locust has posted. */
    Order of(Map<String, List<String>> form) {
        var now = last;
        var shape =
                flags.has("class_picker")
                        ? text(form, "shape_class").map(it -> it.equals(DEFAULT_SHAPE) ? "" : it)
                        : Optional.<String>empty();
        var users = text(form, "user_count");
        var rate = text(form, "spawn_rate");
        boolean decided = !shapes.isEmpty() && shape.map(it -> !it.isEmpty()).orElse(true);
        if (!decided && (users.isEmpty() || rate.isEmpty())) {
            throw new BadRequest(422, "Missing user_count or spawn_rate from /swarm request");
        }
        try {
            var order =
                    new Order(
                            users.map(Integer::parseInt).orElse(now.users),
                            rate.map(Double::parseDouble).orElse(now.spawnRate),
                            text(form, "host")
                                    .map(it -> it.replaceAll("[<>]", ""))
                                    .map(LocustSession::withoutSlash)
                                    .orElse(now.host),
                            text(form, "run_time")
                                    .map(it -> LocustFlags.seconds("run-time", it))
                                    .orElse(0),
                            flags.has("class_picker")
                                    ? form.getOrDefault("user_classes", now.classes)
                                    : List.of(),
                            shape,
                            custom(form));
            if (order.users < 0 || !(order.spawnRate > 0)) {
                throw new BadRequest(422, "user_count and spawn_rate must be above 0");
            }
            confirm(checked(order, new ArrayList<>()), false);
            return order;
        } catch (NumberFormatException e) {
            throw new BadRequest(422, "user_count or spawn_rate is no number: " + e.getMessage());
        } catch (UsageException _) {
            throw new BadRequest(
                    422, "Valid run_time formats are : 20, 20s, 3m, 2h, 1h20m, 3h30m10s, etc.");
        }
    }

    private static Optional<String> text(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    private static Map<String, List<String>> custom(Map<String, List<String>> form) {
        var custom = new LinkedHashMap<>(form);
        List.of("user_count", "spawn_rate", "host", "run_time", "user_classes", "shape_class")
                .forEach(custom::remove);
        return custom;
    }

    /** Throws where a target with a public address was not confirmed, or is not allowed. */
    void confirm(Order order, boolean confirmed) {
        var warnings = warnings(order);
        if (!warnings.isEmpty() && !confirmed) {
            throw new BadRequest(
                    "confirm_public", String.join("\n", warnings) + " Confirm that you may.");
        }
    }

    private List<String> warnings(Order order) {
        var warnings = new ArrayList<String>();
        var allowed = AllowedTargets.of(runs.process().env());
        // What the command line names has been chosen by whoever may.
        if (!order.host.isEmpty() && !order.host.equals(named)) {
            try {
                new TargetGuard(allowed, warnings::add).check(order.host, false);
            } catch (UsageException e) {
                var message = String.valueOf(e.getMessage());
                throw new BadRequest(
                        message.contains("allowed targets") ? 403 : 422,
                        List.of(Mistake.of("target", message)));
            }
        }
        return warnings;
    }

    /** What a run would do. */
    Checked checked(Order order) {
        var warnings = warnings(order);
        var chosen = order.classes.isEmpty() ? classes : order.classes;
        return new Checked(
                true,
                runs.file(),
                order.host,
                order.runSeconds > 0 ? (Long) (order.runSeconds * 1000) : null,
                classes.stream()
                        .map(
                                it ->
                                        new ScenarioWords(
                                                it,
                                                "locust",
                                                chosen.contains(it)
                                                        ? "class of users"
                                                        : "class of users, left out"))
                        .toList(),
                shape(order).isEmpty()
                        ? LoadCurve.of(
                                new Load.Users(
                                        order.users, order.spawnRate, 1000 * order.runSeconds))
                        : List.of(),
                "users",
                !warnings.isEmpty(),
                warnings,
                command(order));
    }

    private String command(Order order) {
        var text = new StringBuilder("spate locust -f " + runs.file() + " --headless");
        text.append(" -u ").append(order.users).append(" -r ").append(plain(order.spawnRate));
        if (order.runSeconds > 0) {
            text.append(" -t ").append(Durations.format(Duration.ofSeconds(order.runSeconds)));
        }
        if (!order.host.isEmpty()) {
            text.append(" -H '").append(order.host.replace("'", "'\\''")).append('\'');
        }
        order.classes.forEach(it -> text.append(' ').append(it));
        return text.toString();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
