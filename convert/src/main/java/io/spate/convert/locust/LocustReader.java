package io.spate.convert.locust;

import io.spate.convert.draft.Load;
import io.spate.convert.draft.Step;
import io.spate.convert.draft.TestDraft;
import io.spate.convert.draft.TestDraft.ScenarioDraft;
import io.spate.convert.draft.TestDraft.TaskDraft;
import io.spate.convert.draft.Text;
import io.spate.convert.python.Py;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a locustfile for what it means. How much load there is stands in no locustfile, so that a
 * test of 10 users for a minute is made of it.
 */
public final class LocustReader {
    private static final long USERS = 10;
    private static final String DURATION = "1m";
    private static final String HOST = "http://localhost:8000";
    private static final Set<String> USER_CLASSES = Set.of("HttpUser", "FastHttpUser");

    private final PyValues values = new PyValues();
    private final Map<String, Py> classes = new LinkedHashMap<>();
    private final List<Step.Left> left = new ArrayList<>();
    private Optional<Text> host = Optional.empty();

    private LocustReader(Py program) {
        program.all("body").forEach(this::statement);
    }

    /**
     * The test of a locustfile.
     *
     * @param source the file, as the user named it
     */
    public static TestDraft read(String source, Py program) {
        return new LocustReader(program).draft(source);
    }

    private void statement(Py node) {
        switch (node.type()) {
            case "Import", "ImportFrom" -> {}
            case "ClassDef" -> classes.put(node.string("name"), node);
            case "Assign" -> {
                var name = node.all("targets").getFirst().path();
                if (name.isEmpty()) {
                    left(node);
                } else {
                    values.constant(name, node.at("value"));
                }
            }
            case "Expr" -> {
                if (!node.at("value").is("Constant")) {
                    left(node);
                }
            }
            default -> left(node);
        }
    }

    private void left(Py node) {
        left.add(new Step.Left(node.line(), node.source()));
    }

    private static boolean isA(Py node, Set<String> names) {
        return node.all("bases").stream()
                .map(Py::path)
                .map(it -> it.substring(it.lastIndexOf('.') + 1))
                .anyMatch(names::contains);
    }

    private TestDraft draft(String source) {
        var users = classes.values().stream().filter(it -> isA(it, USER_CLASSES)).toList();
        classes.values().stream()
                .filter(
                        it ->
                                !isA(it, USER_CLASSES)
                                        && !isA(it, Set.of("TaskSet", "SequentialTaskSet")))
                .forEach(this::left);
        double weights = users.stream().mapToDouble(LocustReader::weight).sum();
        var scenarios = new ArrayList<ScenarioDraft>();
        for (var user : users) {
            long share = Math.max(1, Math.round(USERS * weight(user) / weights));
            scenarios.add(scenario(user, share));
        }
        return new TestDraft(
                source,
                host.or(() -> Optional.of(Text.of(HOST))),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                scenarios,
                left);
    }

    private static double weight(Py node) {
        return assigned(node, "weight").flatMap(Py::number).orElse(1.0);
    }

    private static Optional<Py> assigned(Py node, String name) {
        return node.all("body").stream()
                .filter(it -> it.is("Assign"))
                .filter(it -> it.all("targets").getFirst().path().equals(name))
                .map(it -> it.at("value"))
                .findFirst();
    }

    private ScenarioDraft scenario(Py node, long users) {
        assigned(node, "host").flatMap(values::text).ifPresent(it -> host = Optional.of(it));
        var onStart = method(node, "on_start");
        var tasks = new ArrayList<TaskDraft>();
        tasks(node, 1, tasks);
        var onStop = method(node, "on_stop");
        if (tasks.isEmpty()) {
            tasks.add(new TaskDraft("", 1, List.of()));
        }
        return new ScenarioDraft(
                node.string("name"),
                new Load.Users(users, DURATION, Optional.of(1.0)),
                think(node),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                onStart,
                tasks,
                onStop);
    }

    private List<Step> method(Py node, String name) {
        return node.all("body").stream()
                .filter(it -> it.is("FunctionDef") && it.string("name").equals(name))
                .findFirst()
                .map(it -> PySteps.of(values, it))
                .orElse(List.of());
    }

    /** The tasks of a class: its methods, and those of the sets of tasks that it names. */
    private void tasks(Py node, double times, List<TaskDraft> tasks) {
        for (var member : node.all("body")) {
            switch (member.type()) {
                case "FunctionDef" -> task(member, times).ifPresent(tasks::add);
                case "ClassDef" -> set(member, times * taskWeight(member).orElse(1.0), tasks);
                default -> {}
            }
        }
        assigned(node, "tasks").ifPresent(it -> named(it, times, tasks));
    }

    private void named(Py list, double times, List<TaskDraft> tasks) {
        boolean weighted = list.is("Dict");
        var names = list.all(weighted ? "keys" : "elts");
        for (int i = 0; i < names.size(); i++) {
            double weight = weighted ? list.all("values").get(i).number().orElse(1.0) : 1;
            var known = classes.get(names.get(i).path());
            if (known == null) {
                left(names.get(i));
            } else {
                set(known, times * weight, tasks);
            }
        }
    }

    /** What users do in order is one task; what they choose from are several. */
    private void set(Py node, double times, List<TaskDraft> tasks) {
        var inner = new ArrayList<TaskDraft>();
        tasks(node, 1, inner);
        if (isA(node, Set.of("SequentialTaskSet"))) {
            var steps = new ArrayList<Step>();
            inner.forEach(it -> steps.addAll(it.steps()));
            tasks.add(new TaskDraft(node.string("name"), Math.round(times), steps));
        } else {
            inner.forEach(
                    it ->
                            tasks.add(
                                    new TaskDraft(
                                            it.name(),
                                            Math.round(it.weight() * times),
                                            it.steps())));
        }
    }

    private Optional<TaskDraft> task(Py method, double times) {
        return taskWeight(method)
                .map(
                        it ->
                                new TaskDraft(
                                        method.string("name"),
                                        Math.max(1, Math.round(it * times)),
                                        PySteps.of(values, method)));
    }

    /** The weight that a decorator gives; empty for what is no task. */
    private static Optional<Double> taskWeight(Py node) {
        for (var decorator : node.all("decorator_list")) {
            if (decorator.path().equals("task")) {
                return Optional.of(1.0);
            }
            if (decorator.at("func").path().equals("task")) {
                return Optional.of(decorator.argument(0).number().orElse(1.0));
            }
        }
        return Optional.empty();
    }

    private Optional<Step.Pause> think(Py node) {
        var wait = assigned(node, "wait_time");
        if (wait.isEmpty()) {
            return Optional.empty();
        }
        var call = wait.get();
        var first = call.argument(0).number();
        var second = call.argument(1).number();
        var kind = call.at("func").path();
        if (kind.equals("between") && first.isPresent() && second.isPresent()) {
            return Optional.of(
                    new Step.Pause(
                            Math.round(first.get() * 1000), Math.round(second.get() * 1000)));
        }
        if (kind.equals("constant") && first.isPresent()) {
            long millis = Math.round(first.get() * 1000);
            return Optional.of(new Step.Pause(millis, millis));
        }
        left(call);
        return Optional.empty();
    }
}
