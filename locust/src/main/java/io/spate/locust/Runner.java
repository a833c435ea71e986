package io.spate.locust;

import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import io.spate.locust.host.Crew;
import io.spate.locust.host.Host;
import io.spate.locust.stats.StatsBook;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Runs Python's side of the run, and tells of its figures each second. */
final class Runner implements Crew.Member {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long PERIOD_MILLIS = 100;
    private static final int PERIODS_MAX = 50;

    private final Host host;
    private final StatsBook stats;
    private final Value test;
    private final Crew crew;
    private final AtomicInteger users = new AtomicInteger();
    private final ReentrantLock afterwards = new ReentrantLock();
    private volatile @Nullable UserContext context;
    private volatile int exitCode;
    private volatile @Nullable String failure;
    private volatile boolean ended;
    private volatile boolean over = true;
    private volatile boolean wantsNoMore;

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

    /**
     * Begins one more run.
     *
     * @param last whether the end of the run is the end of all
     */
    VirtualUser on(UserContext given, RunObserver observer, boolean last) {
        failure = null;
        exitCode = 0;
        ended = false;
        over = false;
        context = given;
        return (_, dueNanos) -> {
            try {
                run(given, observer, last, dueNanos);
            } finally {
                over = true;
            }
        };
    }

    private void run(UserContext given, RunObserver observer, boolean last, long startNanos) {
        host.attach(given);
        var reports =
                given.loop()
                        .startVirtualThread("reports", () -> report(given, observer, startNanos));
        try {
            int result = test.invokeMember(last ? "run" : "swarm").asInt();
            exitCode = last ? result : 0;
            wantsNoMore = !last && result != 0;
        } catch (PolyglotException e) {
            failed(e);
        } finally {
            ended = true;
            users.set(0);
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
                int there = test.invokeMember("user_count").asInt();
                users.set(there);
                if (crew.size() > 1) {
                    crew.reports(host.index(), crew.copy(stats), there);
                }
                if (host.index() == 0) {
                    shows(observer, there);
                }
                given.loop().sleepUntil(startNanos + second * SECOND_NANOS);
            }
        } catch (InterruptedException _) {
            // The run has ended.
        } catch (PolyglotException e) {
            failed(e);
        }
    }

    private void shows(RunObserver observer, int there) {
        if (crew.size() == 1) {
            stats.second();
            observer.second(stats, there);
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

    Host host() {
        return host;
    }

    /** How many users it has, as of the last second. Any thread. */
    int users() {
        return users.get();
    }

    /** What state it is in, in Locust's words. Any thread. */
    String state() {
        return host.state();
    }

    /** Whether a script has ended its run for good. */
    boolean wantsNoMore() {
        return wantsNoMore;
    }

    /** Has Python do something while the run goes on. Any thread; returns at once. */
    void asks(String member) {
        var now = context;
        if (now != null) {
            post(() -> now.loop().startVirtualThread(member, () -> callsHere(member)));
        }
    }

    /** Lets the figures begin anew. Any thread. */
    void reset() {
        if (over) {
            afterwards(
                    book -> {
                        book.reset();
                        book.forgetExceptions();
                        return true;
                    });
        } else {
            asks("reset");
        }
    }

    private void callsHere(String member) {
        try {
            test.invokeMember(member);
        } catch (PolyglotException e) {
            failed(e);
        }
    }

    /**
     * What somebody wants to know of the figures, which belong to the loop while the run goes on.
     * Any thread; waits for the loop.
     *
     * @throws LocustException where the loop is held
     */
    <T> T of(Function<StatsBook, T> question) {
        var now = context;
        if (now == null || over) {
            return afterwards(question);
        }
        var answer = new CompletableFuture<T>();
        try {
            now.loop().execute(() -> answered(answer, question));
            for (int i = 0; i < PERIODS_MAX && !over; i++) {
                try {
                    return answer.get(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    // The loop is held, or has ended meanwhile.
                }
            }
            if (answer.isDone()) {
                return answer.get();
            }
            if (!over) {
                throw new LocustException("the script computes without a pause; ask again");
            }
            return afterwards(question);
        } catch (RejectedExecutionException _) {
            return afterwards(question);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LocustException("interrupted");
        }
    }

    private <T> void answered(CompletableFuture<T> answer, Function<StatsBook, T> question) {
        try {
            answer.complete(question.apply(figures()));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private <T> T afterwards(Function<StatsBook, T> question) {
        afterwards.lock();
        try {
            return question.apply(figures());
        } finally {
            afterwards.unlock();
        }
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
