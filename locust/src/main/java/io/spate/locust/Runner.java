package io.spate.locust;

import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import io.spate.locust.host.Crew;
import io.spate.locust.host.Host;
import io.spate.locust.stats.StatsBook;
import java.util.concurrent.RejectedExecutionException;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Runs Python's side of the run, and tells of its figures each second. */
final class Runner implements Crew.Member {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Host host;
    private final StatsBook stats;
    private final Value test;
    private final Crew crew;
    private volatile @Nullable UserContext context;
    private volatile int exitCode;
    private volatile @Nullable String failure;
    private volatile boolean ended;

    Runner(Host host, StatsBook stats, Value test, Crew crew) {
        this.host = host;
        this.stats = stats;
        this.test = test;
        this.crew = crew;
    }

    /** The figures of the whole run, for the first one of a crew. */
    StatsBook figures() {
        return host.shown();
    }

    VirtualUser on(UserContext given, RunObserver observer) {
        context = given;
        return (_, dueNanos) -> run(given, observer, dueNanos);
    }

    private void run(UserContext given, RunObserver observer, long startNanos) {
        host.attach(given);
        var reports =
                given.loop()
                        .startVirtualThread("reports", () -> report(given, observer, startNanos));
        try {
            exitCode = test.invokeMember("run").asInt();
        } catch (PolyglotException e) {
            failed(e);
        } finally {
            ended = true;
            reports.interrupt();
            if (crew.size() > 1) {
                crew.reports(host.index(), crew.copy(stats), 0);
            }
            if (host.index() == 0) {
                host.together();
            }
            crew.ends();
        }
        if (host.index() == 0) {
            observer.ended(figures());
        }
    }

    private void report(UserContext given, RunObserver observer, long startNanos) {
        try {
            for (long second = 1; !ended; second++) {
                int users = test.invokeMember("user_count").asInt();
                if (crew.size() > 1) {
                    crew.reports(host.index(), crew.copy(stats), users);
                }
                if (host.index() == 0) {
                    shows(observer, users);
                }
                given.loop().sleepUntil(startNanos + second * SECOND_NANOS);
            }
        } catch (InterruptedException _) {
            // The run has ended.
        } catch (PolyglotException e) {
            failed(e);
        }
    }

    private void shows(RunObserver observer, int users) {
        if (crew.size() == 1) {
            stats.second();
            observer.second(stats, users);
            return;
        }
        crew.gather();
        crew.whole().second();
        observer.second(crew.whole(), crew.users());
    }

    private void failed(PolyglotException e) {
        if (failure == null) {
            failure = Errors.told(e).getMessage();
            crew.endOthers(host.index());
        }
    }

    @Override
    public void deliver(String type, String json, int from) {
        var now = context;
        if (now != null) {
            post(
                    () ->
                            now.loop()
                                    .startVirtualThread(
                                            "message", () -> deliverHere(type, json, from)));
        }
    }

    private void deliverHere(String type, String json, int from) {
        try {
            test.invokeMember("deliver", type, json, from);
        } catch (PolyglotException e) {
            failed(e);
        }
    }

    @Override
    public void end() {
        host.end();
        post(host::wake);
    }

    /** Whether its run has begun and not ended. */
    boolean goesOn() {
        return context != null && !ended;
    }

    /** Says that its run is about to be ended from outside. */
    void givenUp() {
        failure =
                "the script did not let the run end, and was stopped: it computes without a pause";
    }

    private void post(Runnable task) {
        var now = context;
        if (now != null) {
            try {
                now.loop().execute(task);
            } catch (RejectedExecutionException _) {
                // The run is over.
            }
        }
    }

    int exitCode() {
        var what = failure;
        if (what != null) {
            throw new LocustException(what);
        }
        return exitCode;
    }
}
