package io.spate.cli.web;

import io.spate.cli.web.RunLine.Line;
import io.spate.metrics.Ticker;
import io.spate.plan.TestPlan;
import io.spate.report.json.WorkloadWords;
import io.spate.web.api.BadRequest;
import io.spate.web.api.Plans;
import io.spate.web.live.LiveRuns;
import io.spate.web.live.NotNowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tests of a folder, which the page starts one after another. */
final class UiPlans implements Plans {
    /** Anything else would be taken for a file. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://");

    private final PlanFolder folder;
    private final Optional<String> only;
    private final RunLine line;
    private final OneRunAtATime one;

    /**
     * The tests.
     *
     * @param named the plan that was named at the start
     */
    UiPlans(PlanFolder folder, Optional<String> named, RunLine line, LiveRuns runs, Ticker ticker) {
        this.folder = folder;
        this.only = named;
        this.line = line;
        this.one = new OneRunAtATime(runs, ticker, () -> {});
    }

    @Override
    public List<PlanFile> list() {
        return folder.list();
    }

    @Override
    public Optional<String> only() {
        var all = list();
        return only.or(
                () -> all.size() == 1 ? Optional.of(all.getFirst().path()) : Optional.empty());
    }

    /**
     * What runs it: a plan of the folder, or an address alone, which is a test of its own.
     *
     * @param kind of the plan; {@code url} for none
     */
    private record Asked(String kind, Line line) {}

    private Asked asked(RunRequest request) {
        var address = request.target().filter(it -> ADDRESS.matcher(it).lookingAt());
        if (request.plan().isEmpty() && address.isPresent()) {
            return new Asked("url", RunArguments.ofAddress(address.get(), request));
        }
        var path =
                request.plan()
                        .or(this::only)
                        .orElseThrow(() -> new BadRequest("plan", "choose a plan"));
        var plan =
                folder.find(path)
                        .orElseThrow(
                                () ->
                                        new BadRequest(
                                                "plan",
                                                "there is no plan %s in the folder"
                                                        .formatted(path)));
        return new Asked(plan.kind(), RunArguments.of(plan, request));
    }

    @Override
    public Checked check(RunRequest request) {
        var asked = asked(request);
        var looked = looked(asked.line);
        var plan = looked.plan();
        boolean crowd = asked.kind.equals("locust");
        var notes = new ArrayList<>(looked.publicTargets());
        notes.addAll(looked.notes());
        return new Checked(
                true,
                plan.name(),
                plan.target(),
                crowd
                        ? users(request)
                                .map(Load.Users::durationMs)
                                .filter(it -> it > 0)
                                .orElse(null)
                        : duration(plan),
                plan.scenarios().stream()
                        .map(
                                it ->
                                        new ScenarioWords(
                                                it.name(),
                                                crowd
                                                        ? "locust"
                                                        : WorkloadWords.executor(it.executor()),
                                                crowd
                                                        ? "users as the locustfile describes them"
                                                        : it.describe()))
                        .toList(),
                crowd ? users(request).map(LoadCurve::of).orElse(List.of()) : LoadCurve.of(plan),
                !crowd && LoadCurve.isOfRates(plan) ? "iterations/s" : "users",
                !looked.publicTargets().isEmpty(),
                notes,
                RunArguments.shown(asked.line));
    }

    private static Optional<Load.Users> users(RunRequest request) {
        return request.load().filter(Load.Users.class::isInstance).map(Load.Users.class::cast);
    }

    private static @Nullable Long duration(TestPlan plan) {
        return RunWatch.lengthOf(plan).map(Duration::toMillis).orElse(null);
    }

    private Looked looked(Line asked) {
        try {
            return line.look(asked);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NotNowException("the server is being stopped");
        } catch (RuntimeException e) {
            throw PlanMistakes.of(e);
        }
    }

    @Override
    public String start(RunRequest request) {
        var asked = asked(request);
        var warnings = looked(asked.line).publicTargets();
        if (!warnings.isEmpty() && !request.confirmPublic()) {
            throw new BadRequest(
                    "confirm_public", String.join("\n", warnings) + " Confirm that you may.");
        }
        return one.start(it -> line.run(asked.line, request.confirmPublic(), it));
    }

    /** Waits for the end of the run that goes on, but not for ever. */
    void await(Duration patience) throws InterruptedException {
        one.await(patience);
    }
}
