package io.spate.cli.web;

import io.spate.metrics.Ticker;
import io.spate.plan.TestPlan;
import io.spate.report.json.WorkloadWords;
import io.spate.web.api.BadRequest;
import io.spate.web.api.Plans;
import io.spate.web.live.LiveRuns;
import io.spate.web.live.NotNowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** The tests of a folder, which the page starts one after another. */
final class UiPlans implements Plans {
    /** Anything else would be taken for a file. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://");

    private final PlanFolder folder;
    private final Optional<String> only;
    private final RunLine line;
    private final LiveRuns runs;
    private final Ticker ticker;
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * The tests.
     *
     * @param named the plan that was named at the start
     */
    UiPlans(PlanFolder folder, Optional<String> named, RunLine line, LiveRuns runs, Ticker ticker) {
        this.folder = folder;
        this.only = named;
        this.line = line;
        this.runs = runs;
        this.ticker = ticker;
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

    /** A plan of the folder, or an address alone, which is a test of its own. */
    private String path(RunRequest request) {
        var address = request.target().filter(it -> ADDRESS.matcher(it).lookingAt());
        if (request.plan().isEmpty() && only.isEmpty() && address.isPresent()) {
            return address.get();
        }
        var asked =
                request.plan()
                        .or(this::only)
                        .orElseThrow(() -> new BadRequest("plan", "choose a plan"));
        return folder.find(asked)
                .map(PlanFile::path)
                .orElseThrow(
                        () ->
                                new BadRequest(
                                        "plan",
                                        "there is no plan %s in the folder".formatted(asked)));
    }

    @Override
    public Checked check(RunRequest request) {
        var path = path(request);
        var warnings = new ArrayList<String>();
        var plan = checked(path, request, warnings);
        return new Checked(
                true,
                plan.name(),
                plan.target(),
                PageWatch.hasEnd(plan) ? (Long) plan.duration().toMillis() : null,
                plan.scenarios().stream()
                        .map(
                                it ->
                                        new ScenarioWords(
                                                it.name(),
                                                WorkloadWords.executor(it.executor()),
                                                it.describe()))
                        .toList(),
                LoadCurve.of(plan),
                LoadCurve.isOfRates(plan) ? "iterations/s" : "users",
                !warnings.isEmpty(),
                warnings,
                RunArguments.shown(path, request));
    }

    /** The guard of targets warns of nothing but of public ones. */
    private TestPlan checked(String path, RunRequest request, List<String> warnings) {
        try {
            return line.check(RunArguments.of(path, request), warnings::add);
        } catch (RuntimeException e) {
            throw PlanMistakes.of(e);
        }
    }

    @Override
    public String start(RunRequest request) {
        var path = path(request);
        var warnings = new ArrayList<String>();
        checked(path, request, warnings);
        if (!warnings.isEmpty() && !request.confirmPublic()) {
            throw new BadRequest(
                    "confirm_public", String.join("\n", warnings) + " Confirm that you may.");
        }
        if (!busy.compareAndSet(false, true)) {
            throw new NotNowException("a run goes on already");
        }
        var opened = new CompletableFuture<String>();
        var watch = new PageWatch(runs, ticker, opened::complete);
        Thread.ofPlatform()
                .daemon()
                .name("ui-run")
                .start(() -> run(RunArguments.of(path, request), watch, opened));
        return id(opened);
    }

    private void run(List<String> arguments, PageWatch watch, CompletableFuture<String> opened) {
        try {
            line.run(arguments, watch);
        } catch (Exception e) {
            opened.completeExceptionally(e);
            watch.fails(e);
        } finally {
            busy.set(false);
        }
    }

    private static String id(CompletableFuture<String> opened) {
        try {
            return opened.get();
        } catch (ExecutionException e) {
            throw PlanMistakes.of(
                    e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NotNowException("the server is being stopped");
        }
    }
}
