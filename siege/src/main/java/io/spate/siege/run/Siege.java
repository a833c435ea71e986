package io.spate.siege.run;

import io.spate.engine.Script;
import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import io.spate.http.ExchangeObserver;
import io.spate.http.HttpOptions;
import io.spate.http.HttpVersion;
import io.spate.metrics.Tags;
import io.spate.net.EventLoop;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import io.spate.siege.config.Amount;
import io.spate.siege.config.Settings;
import io.spate.siege.config.Target;
import io.spate.siege.text.Figures;
import io.spate.siege.text.SiegeVersion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A siege: a plan and a script for a run, and what the run came to. Users are made on their loops;
 * {@link #figures} is for after the run.
 */
public final class Siege implements Script {
    private static final Duration FOREVER = Duration.ofDays(366);

    /** A user that lags stays within the limit of each of siege's reads; a whole answer may not. */
    private static final int WHOLE_ANSWER_FACTOR = 10;

    private static final long BODY_BYTES_MAX = 64L << 20;

    private final Besiegers besiegers;
    private final HttpOptions options;

    /** An inner value belongs to its loop; there are as many as loops. */
    private final Map<EventLoop, LoopShare> shares = new ConcurrentHashMap<>();

    /**
     * A siege.
     *
     * @param targets at least one
     * @param logins what users request first, by turns
     * @param watcher sees what they do
     * @param observer sees every exchange in full; only for looking at a few
     * @param admitted hosts from which parts of pages may be requested
     */
    public Siege(
            Settings settings,
            List<Target> targets,
            List<Target> logins,
            Watcher watcher,
            Optional<ExchangeObserver> observer,
            Predicate<String> admitted) {
        this.besiegers =
                new Besiegers(
                        settings, List.copyOf(targets), List.copyOf(logins), watcher, admitted);
        this.options = options(settings.requests(), connectSeconds(settings, targets), observer);
    }

    /** Until connected: where servers are secured, {@code ssl-timeout} may say so. */
    private static int connectSeconds(Settings settings, List<Target> targets) {
        int seconds = settings.requests().timeoutSeconds();
        boolean secured = targets.stream().anyMatch(it -> it.url().startsWith("https:"));
        return secured ? settings.network().tls().timeoutSeconds().orElse(seconds) : seconds;
    }

    private static HttpOptions options(
            Settings.Requests requests, int connectSeconds, Optional<ExchangeObserver> observer) {
        var connecting = Duration.ofSeconds(connectSeconds);
        var timeout = Duration.ofSeconds(requests.timeoutSeconds());
        var options =
                new HttpOptions(
                                "",
                                headers(requests),
                                timeout.multipliedBy(WHOLE_ANSWER_FACTOR),
                                false,
                                false,
                                0,
                                requests.keepAlive(),
                                BODY_BYTES_MAX)
                        .withTimeouts(Optional.of(connecting), Optional.of(timeout))
                        .withVersion(HttpVersion.HTTP_1_1, 0);
        return observer.map(options::withObserver).orElse(options);
    }

    /** Those of siege, with what the user sets in their place. */
    private static Map<String, String> headers(Settings.Requests requests) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "*/*");
        headers.put("Accept-Encoding", requests.acceptEncoding());
        headers.put("User-Agent", requests.userAgent().orElse(SiegeVersion.USER_AGENT));
        if (requests.keepAlive()) {
            headers.put("Connection", "keep-alive");
        }
        for (var header : requests.headers()) {
            int colon = header.indexOf(':');
            var name = header.substring(0, colon).strip();
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, header.substring(colon + 1).strip());
        }
        return headers;
    }

    /**
     * What the run is to do.
     *
     * @param seed what is random follows from it
     */
    public TestPlan plan(long seed) {
        var load = besiegers.settings().load();
        var users = load.users();
        var executor =
                switch (load.amount()) {
                    case Amount.Time time ->
                            new Executor.ConstantVus(users, Duration.ofSeconds(time.seconds()));
                    case Amount.Endless _ -> new Executor.ConstantVus(users, FOREVER);
                    case Amount.Once _ ->
                            new Executor.PerVuIterations(users, besiegers.targetCount(), FOREVER);
                    case Amount.Repetitions repetitions ->
                            new Executor.PerVuIterations(users, repetitions.count(), FOREVER);
                };
        var pause = Duration.ofNanos(Math.round(load.delaySeconds() * 1e9));
        var scenario =
                new Scenario(
                        "siege",
                        executor,
                        pause.isZero()
                                ? ThinkTime.NONE
                                : new ThinkTime.Uniform(Duration.ZERO, pause),
                        Duration.ZERO,
                        Duration.ZERO,
                        Tags.NONE);
        return new TestPlan(
                "siege",
                besiegers.targets().getFirst().url(),
                List.of(scenario),
                List.of(),
                Tags.NONE,
                List.of(),
                WarmUp.NONE,
                seed);
    }

    @Override
    public VirtualUser newUser(UserContext context) {
        var share = shares.get(context.loop());
        if (share == null) {
            share =
                    new LoopShare(
                            context,
                            options,
                            besiegers.settings().requests().contentType(),
                            besiegers.targets(),
                            besiegers.logins());
            shares.put(context.loop(), share);
        }
        return new SiegeUser((int) context.userId() - 1, context.seed(), besiegers, share);
    }

    /** What it came to, after so much time. */
    public Figures figures(Duration elapsed) {
        var total = new Tally();
        shares.values().forEach(it -> total.add(it.tally()));
        return total.figures(besiegers.failures(), elapsed);
    }

    /** Whether it ended as too much had failed. */
    public boolean gaveUp() {
        return besiegers.givesUp();
    }
}
