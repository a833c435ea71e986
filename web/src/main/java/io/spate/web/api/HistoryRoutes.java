package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spate.report.json.ResultsJson;
import io.spate.store.Baseline;
import io.spate.store.RunFilter;
import io.spate.store.RunStore;
import io.spate.store.StoredRun;
import io.spate.web.access.Guard;
import io.spate.web.api.Answers.Range;
import io.spate.web.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/** {@code /api/v1/runs} and {@code /api/v1/trends}: the runs that were kept. */
final class HistoryRoutes {
    private static final String ONE = "/api/v1/runs/{id}";
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 500;
    private static final int NAMES_MAX = 1_000;
    private static final int NOTES_MAX = 10_000;

    private final Guard guard;
    private final History history;

    /** A page of runs, and what they can be filtered by. */
    private record Page(
            long total, List<StoredView> runs, List<String> plans, List<String> environments) {}

    private record Trend(List<StoredView> runs) {}

    HistoryRoutes(Guard guard, History history) {
        this.guard = guard;
        this.history = history;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/runs", this::list);
        routes.get("/api/v1/trends", this::trends);
        routes.get("/api/v1/compare", this::compare);
        routes.get(ONE, this::show);
        routes.get(ONE + "/download", this::download);
        routes.put(ONE + "/notes", this::note);
        routes.put(
                ONE + "/baseline",
                it -> change(it, (store, run) -> store.setBaseline(Baseline.DEFAULT, run)));
        routes.delete(ONE + "/baseline", it -> change(it, HistoryRoutes::removeBaselines));
        routes.delete(ONE, it -> change(it, RunStore::delete));
    }

    private void list(Context request) {
        guard.checkViewer(request);
        var filter = filter(request).page(offset(request), limit(request, PAGE));
        Answers.json(request, history.with(store -> page(store, filter)));
    }

    private static Page page(RunStore store, RunFilter filter) {
        var some = store.runs(filter);
        return new Page(
                some.total(),
                some.runs().stream().map(StoredView::of).toList(),
                store.tests(NAMES_MAX),
                store.environments(NAMES_MAX));
    }

    private static RunFilter filter(Context request) {
        var filter = RunFilter.ALL;
        var plan = Answers.query(request, "plan");
        filter = plan.isPresent() ? filter.withTest(plan.get()) : filter;
        var environment = Answers.query(request, "environment");
        filter = environment.isPresent() ? filter.withEnvironment(environment.get()) : filter;
        var text = Answers.query(request, "q");
        return text.isPresent() ? filter.withText(text.get()) : filter;
    }

    private static int offset(Context request) {
        return Answers.whole(request, "offset", 0, new Range(0, Integer.MAX_VALUE));
    }

    private static int limit(Context request, int otherwise) {
        return Answers.whole(request, "limit", otherwise, new Range(1, PAGE_MAX));
    }

    private void trends(Context request) {
        guard.checkViewer(request);
        var plan =
                Answers.query(request, "plan")
                        .orElseThrow(() -> new BadRequest("plan", "plan is missing"));
        var filter = RunFilter.ALL.withTest(plan).page(0, limit(request, 200));
        var runs =
                history.with(
                        store ->
                                store.runs(filter).runs().stream()
                                        .filter(StoredRun::hasEnded)
                                        .map(StoredView::of)
                                        .toList());
        Answers.json(request, new Trend(runs.reversed()));
    }

    private void compare(Context request) {
        guard.checkViewer(request);
        Answers.json(request, history.comparison(run(request, "a"), run(request, "b")));
    }

    /** The id of the run that a part of the query names. */
    private String run(Context request, String name) {
        var reference =
                Answers.query(request, name)
                        .orElseThrow(
                                () -> new BadRequest(name, name + " is missing: the id of a run"));
        return history.with(store -> store.find(reference).id());
    }

    private void show(Context request) {
        guard.checkViewer(request);
        var id = request.pathParam("id");
        var answer =
                history.with(
                        store -> {
                            var run = store.find(id);
                            var view = Json.tree(StoredView.of(run));
                            view.set(
                                    "results",
                                    Json.read(ResultsJson.text(history.results(store, run))));
                            return view;
                        });
        Answers.json(request, answer);
    }

    private void download(Context request) throws IOException {
        guard.checkViewer(request);
        var id = request.pathParam("id");
        ReportRoutes.download(
                request, history.with(store -> history.results(store, store.find(id))));
    }

    private void note(Context request) {
        guard.checkOperator(request);
        var notes = Answers.body(request).path("notes");
        if (!notes.isString() || notes.asString().length() > NOTES_MAX) {
            throw new BadRequest(
                    "notes", "notes must be a text of up to %d characters".formatted(NOTES_MAX));
        }
        change(request, (store, run) -> store.note(run, notes.asString()));
    }

    private void change(Context request, BiConsumer<RunStore, StoredRun> work) {
        guard.checkOperator(request);
        var id = request.pathParam("id");
        history.with(
                store -> {
                    work.accept(store, store.find(id));
                    return true;
                });
        request.status(HttpStatus.NO_CONTENT);
    }

    private static void removeBaselines(RunStore store, StoredRun run) {
        store.baselines().stream()
                .filter(it -> it.run().equals(run.id()))
                .forEach(store::removeBaseline);
    }
}
