package io.spate.script.yaml.step;

import io.spate.http.HttpResponse;
import io.spate.plan.ThinkTime;
import io.spate.script.User;
import io.spate.script.yaml.step.Step.Flow;
import io.spate.script.yaml.text.Template;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A virtual user that does steps. Belongs to the user's thread. */
public final class YamlSession implements Situation {
    private final User user;
    private final List<Measure> metrics;
    private final Requests requests;
    private @Nullable HttpResponse last;

    /** Takes values of one metric of the test's own. */
    @FunctionalInterface
    public interface Measure {
        /** Records a value that a user has measured. */
        void record(User user, double value);
    }

    /**
     * For one user.
     *
     * @param metrics of the test's own, by number
     */
    public YamlSession(User user, List<Measure> metrics) {
        this.user = user;
        this.metrics = metrics;
        this.requests = new Requests(this);
    }

    /** Does steps from the first to the last, or until one of them ends it. */
    public void run(List<Step> steps) throws Exception {
        last = null;
        flow(steps);
    }

    User user() {
        return user;
    }

    @Override
    public Optional<String> find(String name) {
        return user.session().find(name).map(Object::toString);
    }

    @Override
    public String variable(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new NoSuchElementException(
                                        "${%s} has no value: what sets it has not run for this user"
                                                .formatted(name)));
    }

    @Override
    public Optional<String> cookie(String name) {
        return user.cookie(name);
    }

    @Override
    public long userId() {
        return user.id();
    }

    @Override
    public long iteration() {
        return user.iteration();
    }

    @Override
    public RandomGenerator random() {
        return user.random();
    }

    private Flow flow(List<Step> steps) throws Exception {
        for (var step : steps) {
            var flow =
                    switch (step) {
                        case RequestStep request -> {
                            last = requests.send(request);
                            yield Flow.NEXT;
                        }
                        case Step.Act act -> act(act);
                        case Step.Block block -> block(block);
                    };
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow act(Step.Act act) {
        switch (act) {
            case Step.Pause(var length) -> pause(length);
            case Step.Assign(var assignments) -> {
                for (var it : assignments) {
                    user.session().set(it.variable(), it.value().render(this));
                }
            }
            case Step.Measure(var measurements) -> measurements.forEach(this::measure);
            case Step.SendHeaders(var headers) ->
                    headers.forEach((name, value) -> user.header(name, value.render(this)));
            case Step.PutTags(var tags) ->
                    tags.forEach((name, value) -> user.tag(name, value.render(this)));
            case Step.ClearCookies() -> user.clearCookies();
            case Step.Fail(var reason) -> throw new IllegalStateException(reason.render(this));
            case Step.Stop(var what) -> {
                return what;
            }
        }
        return Flow.NEXT;
    }

    private void pause(ThinkTime length) {
        user.sleep(
                switch (length) {
                    case ThinkTime.Constant(var always) -> always;
                    case ThinkTime.Uniform(var min, var max) ->
                            Duration.ofNanos(
                                    user.random().nextLong(min.toNanos(), max.toNanos() + 1));
                    case ThinkTime.Exponential(var mean) ->
                            Duration.ofNanos(
                                    (long) (user.random().nextExponential() * mean.toNanos()));
                });
    }

    private void measure(Step.Measurement it) {
        var text = it.value().render(this);
        metrics.get(it.metric())
                .record(
                        user,
                        Numbers.measured(text)
                                .orElseThrow(
                                        () ->
                                                new IllegalStateException(
                                                        "\"%s\" of metric: %s is not a number"
                                                                .formatted(
                                                                        text,
                                                                        it.value().source()))));
    }

    private Flow block(Step.Block block) throws Exception {
        return switch (block) {
            case Step.Group(var name, var steps) -> group(name, steps);
            case Step.Repeat(var times, var counter, var steps) -> {
                int count = times(times);
                for (int i = 1; i <= count; i++) {
                    var flow = turn(counter, i, steps);
                    if (flow != Flow.NEXT) {
                        yield outside(flow);
                    }
                }
                yield Flow.NEXT;
            }
            case Step.While loop -> loop(loop);
            case Step.ForEach(var item, var counter, var items, var steps) -> {
                int i = 0;
                for (var element : elements(items)) {
                    user.session().set(item, element);
                    var flow = turn(counter, ++i, steps);
                    if (flow != Flow.NEXT) {
                        yield outside(flow);
                    }
                }
                yield Flow.NEXT;
            }
            case Step.If(var condition, var then, var otherwise) ->
                    flow(Answers.holds(condition, this, last) ? then : otherwise);
            case Step.Choose(var choices) -> flow(choose(choices));
        };
    }

    private Flow group(String name, List<Step> steps) throws Exception {
        var flow = new Flow[] {Flow.NEXT};
        user.group(name, () -> flow[0] = flow(steps));
        return flow[0];
    }

    private Flow turn(Optional<String> counter, int number, List<Step> steps) throws Exception {
        if (counter.isPresent()) {
            user.session().set(counter.get(), number);
        }
        return flow(steps);
    }

    /** What the end of a loop's steps means for the steps after the loop. */
    private static Flow outside(Flow inside) {
        return inside == Flow.LOOP ? Flow.NEXT : inside;
    }

    private int times(Template times) {
        var text = times.render(this);
        var number = Numbers.of(text);
        if (number.isEmpty()
                || number.getAsDouble() != Math.rint(number.getAsDouble())
                || number.getAsDouble() < 0
                || number.getAsDouble() > Integer.MAX_VALUE - 1) {
            throw new IllegalStateException(
                    "\"%s\" of repeat: %s is not a number of times"
                            .formatted(text, times.source()));
        }
        return (int) number.getAsDouble();
    }

    private Flow loop(Step.While loop) throws Exception {
        int done = 0;
        if (loop.counter().isPresent()) {
            user.session().set(loop.counter().get(), 0);
        }
        while (Answers.holds(loop.condition(), this, last)) {
            if (done == loop.max()) {
                throw new IllegalStateException(
                        "a while loop has come to its limit of %d times: is its condition right? max: sets another limit"
                                .formatted(done));
            }
            var flow = turn(loop.counter(), ++done, loop.steps());
            if (flow != Flow.NEXT) {
                return outside(flow);
            }
        }
        return Flow.NEXT;
    }

    private List<String> elements(Step.Items items) {
        return switch (items) {
            case Step.Items.Listed(var elements) ->
                    elements.stream().map(it -> it.render(this)).toList();
            case Step.Items.Extracted(var variable) ->
                    user.session().find(variable).stream()
                            .flatMap(it -> ((List<?>) it).stream())
                            .map(Object::toString)
                            .toList();
        };
    }

    private List<Step> choose(List<Step.Choice> choices) {
        int point = user.random().nextInt(choices.getLast().bound());
        int index = 0;
        while (choices.get(index).bound() <= point) {
            index++;
        }
        return choices.get(index).steps();
    }
}
