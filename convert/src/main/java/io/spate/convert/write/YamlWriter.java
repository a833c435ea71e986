package io.spate.convert.write;

import io.spate.convert.draft.Load;
import io.spate.convert.draft.Step;
import io.spate.convert.draft.TestDraft;
import io.spate.convert.draft.TestDraft.Limit;
import io.spate.convert.draft.TestDraft.ScenarioDraft;
import io.spate.convert.draft.Text;
import io.spate.plan.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A test as YAML. */
public final class YamlWriter {
    private final TestDraft draft;
    private final Lines out = new Lines("  ", "#");
    private final YamlSteps steps;

    private YamlWriter(TestDraft draft) {
        this.draft = draft;
        this.steps = new YamlSteps(out, draft.target());
    }

    /** The file's text. */
    public static String write(TestDraft draft) {
        var writer = new YamlWriter(draft);
        writer.test();
        return writer.out.toString();
    }

    private void test() {
        out.comment("Converted from " + draft.source() + " by spate convert.");
        draft.left().forEach(out::left);
        draft.target().ifPresent(it -> out.add("target: " + YamlText.of(it)));
        YamlText.map(out, "variables", draft.variables(), YamlText::quoted);
        YamlText.map(out, "metrics", draft.metrics(), it -> it);
        steps.list("before", draft.before());
        out.add("scenarios:").in();
        draft.scenarios().forEach(this::scenario);
        out.out();
        steps.list("after", draft.after());
        thresholds();
    }

    private void scenario(ScenarioDraft scenario) {
        out.add(YamlText.quoted(scenario.name()) + ":").in();
        load(scenario.load());
        scenario.startTime().ifPresent(it -> out.add("startTime: " + it));
        scenario.gracefulStop().ifPresent(it -> out.add("gracefulStop: " + it));
        scenario.think().ifPresent(it -> out.add("think: " + pause(it)));
        YamlText.map(out, "tags", scenario.tags(), YamlText::quoted);
        steps.list("onStart", scenario.onStart());
        if (scenario.tasks().size() == 1) {
            steps.always("steps", scenario.tasks().getFirst().steps());
        } else {
            out.add("tasks:").in();
            for (var task : scenario.tasks()) {
                out.add("- name: " + YamlText.quoted(task.name())).in();
                out.add("weight: " + task.weight());
                steps.always("steps", task.steps());
                out.out();
            }
            out.out();
        }
        steps.list("onStop", scenario.onStop());
        out.out();
    }

    static String pause(Step.Pause pause) {
        var min = Durations.format(Duration.ofMillis(pause.minMillis()));
        return pause.minMillis() == pause.maxMillis()
                ? min
                : min + ".." + Durations.format(Duration.ofMillis(pause.maxMillis()));
    }

    private void load(Load load) {
        switch (load) {
            case Load.Users(var users, var duration, var spawnRate) -> {
                out.add("users: " + users).add("duration: " + duration);
                spawnRate.ifPresent(it -> out.add("spawnRate: " + YamlText.number(it)));
            }
            case Load.Stages(var start, var stages) -> {
                out.add("users: " + start);
                stages("stages", stages);
            }
            case Load.Iterations(var users, var iterations) ->
                    out.add("users: " + users).add("iterations: " + iterations);
            case Load.PerUser(var users, var iterations) ->
                    out.add("users: " + users).add("iterationsPerUser: " + iterations);
            case Load.Rate(var rate, var duration, var maxUsers) ->
                    out.add("rate: " + YamlText.number(rate))
                            .add("duration: " + duration)
                            .add("maxUsers: " + maxUsers);
            case Load.RateStages(var start, var stages, var maxUsers) -> {
                out.add("startRate: " + YamlText.number(start));
                stages("rateStages", stages);
                out.add("maxUsers: " + maxUsers);
            }
        }
    }

    private void stages(String key, List<Load.Stage> stages) {
        out.add(key + ":").in();
        stages.forEach(
                it ->
                        out.add(
                                "- {duration: %s, target: %s}"
                                        .formatted(it.duration(), YamlText.number(it.target()))));
        out.out();
    }

    private void thresholds() {
        if (draft.thresholds().isEmpty()) {
            return;
        }
        out.add("thresholds:").in();
        draft.thresholds().forEach(this::threshold);
        out.out();
    }

    private void threshold(String selector, List<Limit> limits) {
        out.add(YamlText.quoted(selector) + ":").in();
        for (var limit : limits) {
            if (limit.abortAfter().isEmpty()) {
                out.add("- " + YamlText.quoted(limit.condition()));
            } else {
                out.add("- threshold: " + YamlText.quoted(limit.condition())).in();
                out.add("abortOnFail: true");
                out.add("delayAbortEval: " + limit.abortAfter().get()).out();
            }
        }
        out.out();
    }

    /** What is left of a URL behind the target. */
    static Text behind(Optional<Text> target, Text url) {
        if (target.isEmpty() || url.parts().isEmpty()) {
            return url;
        }
        var base = target.get().parts().getFirst();
        var first = url.parts().getFirst();
        if (base instanceof Text.Part.Literal(var origin)
                && first instanceof Text.Part.Literal(var text)
                && text.startsWith(origin)) {
            var parts = new java.util.ArrayList<>(url.parts());
            parts.set(0, new Text.Part.Literal(text.substring(origin.length())));
            return rooted(new Text(parts), url);
        }
        return url.startsWith(target.get()) ? rooted(url.from(1), url) : url;
    }

    private static Text rooted(Text path, Text url) {
        if (path.parts().isEmpty() || path.parts().equals(List.of(new Text.Part.Literal("")))) {
            return Text.of("/");
        }
        return path.parts().getFirst() instanceof Text.Part.Literal(var text)
                        && text.startsWith("/")
                ? path
                : url;
    }
}
