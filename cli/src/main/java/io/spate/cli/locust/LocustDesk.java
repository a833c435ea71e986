package io.spate.cli.locust;

import io.spate.cli.process.UsageException;
import io.spate.cli.web.OneRunAtATime;
import io.spate.cli.web.PageWatch;
import io.spate.locust.LocustException;
import io.spate.locust.LocustTest;
import io.spate.locust.text.CsvFiles;
import io.spate.locust.text.HtmlReport;
import io.spate.locust.text.WebText;
import io.spate.web.api.BadRequest;
import io.spate.web.api.Plans;
import io.spate.web.api.Swarm;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRuns;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts and steers runs as a page or a client of Locust asks. For any thread. */
final class LocustDesk implements Plans, Swarm {
    /** A second Ctrl-C ends the process meanwhile. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final LocustRuns runs;
    private final LocustTest test;
    private final LocustOutputs outputs;
    private final LiveRuns live;
    private final LocustOrders orders;
    private final OneRunAtATime one;

    /**
     * A desk.
     *
     * @param ended called after each run, on its thread
     */
    LocustDesk(
            LocustRuns runs,
            LocustFlags flags,
            LocustOutputs outputs,
            LiveRuns live,
            Runnable ended) {
        this.runs = runs;
        this.test = runs.test();
        this.outputs = outputs;
        this.live = live;
        this.one = new OneRunAtATime(live, runs.ticker(), ended);
        this.orders = new LocustOrders(runs, flags);
    }

    /** Starts what the command line says. */
    void autostart() {
        try {
            start(orders.first());
        } catch (BadRequest e) {
            throw LocustLine.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Ends the run that goes on, and waits for its end. */
    void end() throws InterruptedException {
        if (one.isGoing()) {
            test.end();
            one.await(FOR_EVER);
        }
    }

    @Override
    public List<PlanFile> list() {
        return List.of(new PlanFile(runs.file(), "locust", runs.file().replaceFirst("\\.py$", "")));
    }

    @Override
    public Optional<String> only() {
        return Optional.of(runs.file());
    }

    @Override
    public LocustFields locust() {
        return orders.fields();
    }

    @Override
    public Checked check(RunRequest request) {
        return orders.checked(orders.of(request));
    }

    @Override
    public String start(RunRequest request) {
        var order = orders.of(request);
        orders.confirm(order, request.confirmPublic());
        return start(order);
    }

    private String start(LocustOrders.Order order) {
        return one.start(
                watch -> {
                    try {
                        run(order, watch);
                    } catch (LocustException e) {
                        runs.console().log("ERROR", "locust.main", String.valueOf(e.getMessage()));
                        throw e;
                    }
                });
    }

    private void run(LocustOrders.Order order, PageWatch watch) throws InterruptedException {
        try {
            test.order(order.forPython());
        } catch (LocustException e) {
            throw new BadRequest("user_classes", String.valueOf(e.getMessage()));
        }
        orders.ordered(order);
        outputs.begins(new HtmlReport(runs.file(), order.host(), orders.ratios()));
        runs.run(test.oneOfSeveral(outputs), order.host(), watch, it -> it.execute(), this::passed);
    }

    private boolean passed() {
        return test.exitCode() == 0
                && test.figures(it -> it.errors().isEmpty() && !it.hasExceptions());
    }

    @Override
    public Swarming swarm(Map<String, List<String>> form) {
        var order = orders.of(form);
        var running = live.latest().filter(_ -> one.isGoing()).filter(it -> !it.isOver());
        if (running.isPresent()) {
            test.order(order.withoutTime());
            running.get().setUsers(order.users(), OptionalDouble.of(order.spawnRate()));
            orders.ordered(order);
        } else {
            start(order);
        }
        var shape = orders.shape(order);
        return new Swarming(
                shape.isEmpty()
                        ? "Swarming started"
                        : "Swarming started using shape class '%s'".formatted(shape.get()),
                order.host(),
                order.runSeconds() > 0 ? (Long) order.runSeconds() : null,
                order.classes().isEmpty() ? null : order.classes().stream().sorted().toList());
    }

    @Override
    public void stop() {
        if (one.isGoing()) {
            live.latest().filter(it -> !it.isOver()).ifPresent(it -> it.act(LiveRun.Act.STOP));
        }
    }

    @Override
    public void reset() {
        live.latest().ifPresentOrElse(LiveRun::reset, test::reset);
    }

    @Override
    public void updateUser(JsonNode settings) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        settings.properties().forEach(it -> all.put(it.getKey(), it.getValue()));
        try {
            test.updateUser(all);
        } catch (LocustException e) {
            throw new BadRequest("user_class_name", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String page(Page which) {
        try {
            return switch (which) {
                case STATS -> test.figures(it -> WebText.stats(it, test.state(), test.users()));
                case EXCEPTIONS -> test.figures(WebText::exceptions);
                case TASKS -> orders.ratios();
                case LOGS -> logs();
                case WORKERS -> workers();
                case REQUESTS_CSV -> test.figures(CsvFiles::stats);
                case FAILURES_CSV -> test.figures(CsvFiles::failures);
                case EXCEPTIONS_CSV -> test.figures(CsvFiles::exceptions);
                case HISTORY_CSV ->
                        outputs.history()
                                .orElseThrow(
                                        () ->
                                                new BadRequest(
                                                        404,
                                                        "the server was not started with --csv PREFIX"
                                                                + " --csv-full-history"));
                case REPORT -> report();
            };
        } catch (LocustException | UsageException e) {
            throw new BadRequest(503, String.valueOf(e.getMessage()));
        }
    }

    /** Where there are several Pythons, users are shared as among Locust's processes. */
    private String workers() {
        int pythons = test.pythons();
        return "{\"worker_count\": %d}".formatted(pythons > 1 ? pythons : 0);
    }

    private String logs() {
        var all = JsonMapper.shared().createObjectNode();
        var lines = all.putArray("master");
        runs.console().lines().forEach(lines::add);
        all.putObject("workers");
        return all.toString();
    }

    private String report() {
        var report =
                outputs.report()
                        .orElseThrow(() -> new BadRequest(404, "no run has been started yet"));
        return test.figures(it -> report.text(it, runs.ticker().instant()));
    }
}
