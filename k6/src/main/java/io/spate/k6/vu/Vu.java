package io.spate.k6.vu;

import io.spate.engine.InterruptedIteration;
import io.spate.engine.UserContext;
import io.spate.http.CookieJar;
import io.spate.http.HttpClient;
import io.spate.script.share.LoopShare;
import io.spate.script.share.TagScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One virtual user as modules see it. Belongs to the thread that runs it; before it takes part in a
 * scenario it has neither a client nor tags.
 */
public final class Vu {
    private final TestState test;
    private final long id;
    private final EventQueue queue;
    private Phase phase = Phase.INIT;
    private @Nullable Attached attached;
    private boolean cut;
    private long iterationsInInstance;
    private long iterationInTest;
    private Function<String, RuntimeException> errors = IllegalStateException::new;

    /**
     * A user that is in its init code.
     *
     * @param id what the script sees as {@code __VU}
     */
    public Vu(TestState test, long id) {
        this.test = test;
        this.id = id;
        this.queue = new EventQueue(test.ticker());
    }

    /** The user in a scenario, with what changes while it is there. */
    private static final class Attached {
        private final UserContext user;
        private final LoopShare share;
        private final HttpClient http;
        private final @Nullable ScenarioState scenario;
        private final List<HttpClient> more = new ArrayList<>();
        private final List<Runnable> iterationEnds = new ArrayList<>();
        private final List<Runnable> leaves = new ArrayList<>();
        private TagScope scope;
        private long iterations;

        Attached(UserContext user, LoopShare share, @Nullable ScenarioState scenario) {
            this.user = user;
            this.share = share;
            this.http = share.clients().newClient();
            this.scenario = scenario;
            this.scope = share.scope();
        }
    }

    /** What all users share. */
    public TestState test() {
        return test;
    }

    /** Unique in the run; what the script sees as {@code __VU}. */
    public long id() {
        return id;
    }

    /** What it waits for. */
    public EventQueue queue() {
        return queue;
    }

    public Phase phase() {
        return phase;
    }

    /** Lets it take part in a scenario, or in what is done once before or after. */
    public void attach(Phase to, UserContext user, LoopShare share) {
        phase = to;
        cut = false;
        attached =
                new Attached(user, share, test.planned().scenarios().get(user.scenario().name()));
    }

    /** Takes it out again, and closes its connections. */
    public void detach() {
        var left = attached;
        if (left != null) {
            left.http.close();
            left.more.forEach(HttpClient::close);
            left.leaves.forEach(Runnable::run);
            attached = null;
        }
        queue.clear();
    }

    /** Begins an iteration that was due at an instant. */
    public void beginIteration(long dueNanos) {
        var now = in();
        var scenario = now.scenario;
        iterationInTest = scenario == null ? 0 : scenario.iterations().getAndIncrement();
        if (!test.planned().settings().keepCookies()) {
            now.http.clearCookies();
        }
        if (!test.planned().settings().keepConnections()) {
            now.http.close();
            now.more.forEach(HttpClient::close);
        }
        now.http.nextDueNanos(dueNanos);
    }

    /** Ends an iteration. */
    public void endIteration() {
        in().iterationEnds.forEach(Runnable::run);
        iterationsInInstance++;
        in().iterations++;
        (cut ? test.counters().interrupted() : test.counters().completed()).incrementAndGet();
    }

    /** How many iterations it has ended. */
    public long iterationsInInstance() {
        return iterationsInInstance;
    }

    /** How many iterations it has ended in its scenario; what the script sees as {@code __ITER}. */
    public long iterationsInScenario() {
        return in().iterations;
    }

    /** The number of its current iteration among all of its scenario, from 0. */
    public long iterationInTest() {
        return iterationInTest;
    }

    /** The scenario it takes part in; empty before and after the scenarios. */
    public Optional<ScenarioState> scenario() {
        return Optional.ofNullable(attached).flatMap(it -> Optional.ofNullable(it.scenario));
    }

    /** The engine's view of it. */
    public UserContext user() {
        return in().user;
    }

    /** Its HTTP client. */
    public HttpClient http() {
        return in().http;
    }

    /** A jar for cookies, beside that of the client; also in init code. */
    public CookieJar newJar() {
        return new CookieJar(
                test.ticker(),
                () -> Optional.ofNullable(attached).ifPresent(it -> it.http.cookieDropped()));
    }

    /** One more client, for requests beside others; it lives as long as the first one. */
    public HttpClient moreHttp() {
        var now = in();
        var client = now.share.clients().newClient();
        now.more.add(client);
        return client;
    }

    /**
     * Has something done at the end of each iteration, and when it leaves its scenario; neither
     * takes time.
     */
    public void atEnds(Runnable ofIteration, Runnable ofStay) {
        in().iterationEnds.add(ofIteration);
        in().leaves.add(ofStay);
    }

    /** Tells one stay in a scenario from the next: what belongs to one is of no use in another. */
    public Object stay() {
        return in();
    }

    /** What it records under now. */
    public TagScope scope() {
        return in().scope;
    }

    /** What it records under with some tags more; an empty value takes one away. */
    public TagScope scope(Map<String, String> tags) {
        var scope = in().scope;
        for (var tag : tags.entrySet()) {
            scope = scope.tagged(tag.getKey(), tag.getValue());
        }
        return scope;
    }

    /** Records under another scope from now on. */
    public void enter(TagScope scope) {
        var now = in();
        now.scope = scope;
        now.http.tags(scope.added());
    }

    private Attached in() {
        var now = attached;
        if (now == null) {
            throw new IllegalStateException("a user without a scenario");
        }
        return now;
    }

    /** Whether it is in no init code. */
    public boolean isRunning() {
        return attached != null;
    }

    /**
     * Makes sure that there is a scenario to act in.
     *
     * @param what is not possible else, such as {@code making http requests}
     */
    public void requireRunning(String what) {
        if (attached == null) {
            throw error(what + " in the init context is not supported");
        }
        if (cut) {
            throw new InterruptedIteration();
        }
    }

    /** Pauses. */
    public void sleepNanos(long nanos) {
        if (phase == Phase.INIT) {
            parkUntil(test.ticker().nanoTime() + nanos);
            return;
        }
        requireRunning("sleeping");
        try {
            in().user.loop().sleepUntil(test.ticker().nanoTime() + Math.max(0, nanos));
        } catch (InterruptedException _) {
            throw cutOff();
        }
    }

    /** Init code has no loop to wait on. */
    private void parkUntil(long dueNanos) {
        for (long left = dueNanos - test.ticker().nanoTime();
                left > 0;
                left = dueNanos - test.ticker().nanoTime()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw cutOff();
            }
        }
    }

    /** Waits until the options allow one more request. */
    public void awaitRequest() {
        try {
            test.rate().await(in().user.loop());
        } catch (InterruptedException _) {
            throw cutOff();
        }
    }

    /** Does what its queue holds, until nothing is left. */
    public void drain() {
        drain(queue);
    }

    /** Does what a queue holds, until nothing is left. */
    public void drain(EventQueue events) {
        if (!events.isEmpty()) {
            events.drain(this::awaitEvent);
        }
    }

    private void awaitEvent(long untilNanos) {
        if (untilNanos == Long.MAX_VALUE) {
            LockSupport.park(this);
        } else {
            var me = Thread.currentThread();
            var timer = in().user.loop().schedule(untilNanos, () -> LockSupport.unpark(me));
            LockSupport.park(this);
            timer.cancel();
        }
        if (Thread.interrupted()) {
            throw cutOff();
        }
    }

    /** Remembers that it was told to stop, so that a script cannot go on by catching that. */
    public InterruptedIteration cutOff() {
        cut = true;
        return new InterruptedIteration();
    }

    /** Whether it was told to stop at once. */
    public boolean isCut() {
        return cut;
    }

    /** Says how errors for the script are made. */
    public void errors(Function<String, RuntimeException> maker) {
        errors = maker;
    }

    /** An error to throw, which the script sees as one of its own, with its place. */
    public RuntimeException error(String message) {
        return errors.apply(message);
    }
}
