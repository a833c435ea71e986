package io.spate.convert.write;

import io.spate.convert.draft.Load;
import io.spate.convert.draft.Step;
import io.spate.convert.draft.TestDraft;
import io.spate.convert.draft.TestDraft.ScenarioDraft;
import java.util.List;

/** A test as a Java file. */
public final class JavaWriter {
    private final TestDraft draft;
    private final String name;
    private final Lines out = new Lines("    ", "//");
    private final JavaSteps steps;

    private JavaWriter(TestDraft draft, String name) {
        this.draft = draft;
        this.name = name;
        this.steps = new JavaSteps(out, draft);
    }

    /**
     * The file's text.
     *
     * @param name of its class
     */
    public static String write(TestDraft draft, String name) {
        var writer = new JavaWriter(draft, name);
        writer.test();
        return writer.out.toString();
    }

    private void test() {
        out.add("import io.spate.script.*;")
                .add("import java.util.List;")
                .add("import java.util.Map;")
                .add("")
                .add("/** Converted from " + draft.source() + " by spate convert. */")
                .add("public class " + name + " implements LoadTest {")
                .in();
        draft.left().forEach(out::left);
        out.add("@Override").add("public void define(TestBuilder test) {").in();
        draft.variables()
                .forEach(
                        (variable, value) ->
                                out.add(
                                        "var %s = test.env(%s, %s);"
                                                .formatted(
                                                        JavaSteps.identifier(variable),
                                                        JavaSteps.quoted(variable),
                                                        JavaSteps.quoted(value))));
        draft.target().ifPresent(it -> out.add("test.baseUrl(" + steps.text(it) + ");"));
        draft.metrics()
                .forEach(
                        (metric, kind) ->
                                out.add(
                                        "var %s = test.%s(%s);"
                                                .formatted(
                                                        JavaSteps.identifier(metric),
                                                        kind,
                                                        JavaSteps.quoted(metric))));
        once("before", draft.before());
        draft.scenarios().forEach(this::scenario);
        once("after", draft.after());
        thresholds();
        out.out().add("}").out().add("}");
    }

    private void once(String method, List<Step> list) {
        if (!list.isEmpty()) {
            out.add("test." + method + "(user -> {").in();
            steps.all(list, method.equals("before"));
            out.out().add("});");
        }
    }

    private void scenario(ScenarioDraft scenario) {
        out.add("test.scenario(" + JavaSteps.quoted(scenario.name()) + ")").in().in();
        load(scenario.load());
        scenario.startTime().ifPresent(it -> out.add(".startTime(\"" + it + "\")"));
        scenario.gracefulStop().ifPresent(it -> out.add(".gracefulStop(\"" + it + "\")"));
        scenario.think().ifPresent(it -> out.add(".think(\"" + YamlWriter.pause(it) + "\")"));
        scenario.tags()
                .forEach(
                        (tag, value) ->
                                out.add(
                                        ".tag(%s, %s)"
                                                .formatted(
                                                        JavaSteps.quoted(tag),
                                                        JavaSteps.quoted(value))));
        if (!scenario.onStart().isEmpty()) {
            out.add(".onStart(user -> {").in();
            steps.all(scenario.onStart(), true);
            out.out().add("})");
        }
        for (int i = 0; i < scenario.tasks().size(); i++) {
            var task = scenario.tasks().get(i);
            boolean last = i == scenario.tasks().size() - 1 && scenario.onStop().isEmpty();
            var weight = task.weight() == 1 ? "" : task.weight() + ", ";
            out.add(".task(" + weight + "user -> {").in();
            if (!task.name().isEmpty()) {
                out.comment(task.name());
            }
            steps.all(task.steps(), true);
            out.out().add(last ? "});" : "})");
        }
        if (!scenario.onStop().isEmpty()) {
            out.add(".onStop(user -> {").in();
            steps.all(scenario.onStop(), true);
            out.out().add("});");
        }
        out.out().out();
    }

    private void load(Load load) {
        switch (load) {
            case Load.Users(var users, var duration, var spawnRate) -> {
                out.add(".users(%d).duration(\"%s\")".formatted(users, duration));
                spawnRate.ifPresent(it -> out.add(".spawnRate(" + YamlText.number(it) + ")"));
            }
            case Load.Stages(var start, var stages) -> {
                out.add(".users(" + start + ")");
                stages.forEach(
                        it ->
                                out.add(
                                        ".stage(\"%s\", %d)"
                                                .formatted(it.duration(), (long) it.target())));
            }
            case Load.Iterations(var users, var iterations) ->
                    out.add(".users(%d).iterations(%d)".formatted(users, iterations));
            case Load.PerUser(var users, var iterations) ->
                    out.add(".users(%d).iterationsPerUser(%d)".formatted(users, iterations));
            case Load.Rate(var rate, var duration, var maxUsers) ->
                    out.add(
                            ".rate(%s).duration(\"%s\").maxUsers(%d)"
                                    .formatted(YamlText.number(rate), duration, maxUsers));
            case Load.RateStages(var start, var stages, var maxUsers) -> {
                out.add(".rate(%s).maxUsers(%d)".formatted(YamlText.number(start), maxUsers));
                stages.forEach(
                        it ->
                                out.add(
                                        ".rateStage(\"%s\", %s)"
                                                .formatted(
                                                        it.duration(),
                                                        YamlText.number(it.target()))));
            }
        }
    }

    private void thresholds() {
        draft.thresholds()
                .forEach((selector, limits) -> limits.forEach(it -> threshold(selector, it)));
    }

    private void threshold(String selector, TestDraft.Limit limit) {
        var on = JavaSteps.quoted(selector);
        var condition = JavaSteps.quoted(limit.condition());
        out.add(
                limit.abortAfter()
                        .map(it -> "test.abortOnFail(%s, %s, \"%s\");".formatted(on, condition, it))
                        .orElseGet(() -> "test.threshold(%s, %s);".formatted(on, condition)));
    }
}
