package io.spate.script;

import io.spate.engine.InterruptedIteration;
import io.spate.engine.UserContext;
import io.spate.http.HttpClient;
import io.spate.http.HttpRequest;
import io.spate.http.HttpResponse;
import io.spate.http.PreparedRequest;
import io.spate.script.chance.SeededRandom;
import io.spate.script.chance.Seeds;
import io.spate.script.debug.UserObserver;
import io.spate.script.share.LoopShare;
import io.spate.script.share.TagScope;
import io.spate.script.share.TestShare;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A virtual user: sends requests, checks, pauses. Belongs to its own virtual thread; its methods
 * block that thread and no other.
 */
public final class User {
    private final UserContext context;
    private final TestShare settings;
    private final LoopShare share;
    private final HttpClient client;
    private final Session session;
    private final SeededRandom random;
    private final @Nullable UserObserver observer;
    private TagScope scope;
    private long iteration;

    User(
            UserContext context,
            TestShare settings,
            LoopShare share,
            Map<String, Object> variables,
            Optional<UserObserver> observer) {
        this.context = context;
        this.settings = settings;
        this.share = share;
        this.client = share.clients().newClient();
        this.observer = observer.orElse(null);
        this.session = new Session(variables, this.observer);
        this.random = new SeededRandom(share.seed());
        this.scope = share.scope();
    }

    /** From 1, unique in the run. */
    public long id() {
        return context.userId();
    }

    /** The number of this user's current iteration, from 1; 0 before the first. */
    public long iteration() {
        return iteration;
    }

    /** The name of the scenario it takes part in. */
    public String scenario() {
        return context.scenario().name();
    }

    /** Starts a GET request; {@link HttpRequest#send} sends it. */
    public HttpRequest get(String url) {
        return client.request("GET", url);
    }

    /** Starts a HEAD request. */
    public HttpRequest head(String url) {
        return client.request("HEAD", url);
    }

    /** Starts a POST request. */
    public HttpRequest post(String url) {
        return client.request("POST", url);
    }

    /** Starts a PUT request. */
    public HttpRequest put(String url) {
        return client.request("PUT", url);
    }

    /** Starts a PATCH request. */
    public HttpRequest patch(String url) {
        return client.request("PATCH", url);
    }

    /** Starts a DELETE request. */
    public HttpRequest delete(String url) {
        return client.request("DELETE", url);
    }

    /** Starts an OPTIONS request. */
    public HttpRequest options(String url) {
        return client.request("OPTIONS", url);
    }

    /** Starts a request with any method. */
    public HttpRequest request(String method, String url) {
        return client.request(method, url);
    }

    /** Sends a request that {@link HttpRequest#prepare} has encoded before. */
    public HttpResponse send(PreparedRequest request) {
        return client.send(request);
    }

    /** The value of a cookie this user has. */
    public Optional<String> cookie(String name) {
        return client.cookie(name);
    }

    /** Forgets this user's cookies, as in a new browser. */
    public void clearCookies() {
        client.clearCookies();
    }

    /** Sends a header with every request of this user from now on. */
    public void header(String name, String value) {
        client.header(name, value);
    }

    /**
     * Counts a check, passed or not, in the metric {@code checks}. A check that did not pass is no
     * error and ends nothing.
     *
     * @param name the same text each time, as it names a series
     * @return whether it passed
     */
    public boolean check(String name, boolean passed) {
        scope.check(name, passed);
        if (observer != null) {
            observer.checked(name, passed);
        }
        return passed;
    }

    /** This user's variables. */
    public Session session() {
        return session;
    }

    /**
     * Runs some lines as a group: all that they record has the tag {@code group}, {@code
     * ::checkout} or, in another group, {@code ::shop::checkout}, and the time they take goes into
     * {@code group_duration}, pauses and all. Checked exceptions pass through undeclared.
     *
     * @param name the same text each time, as it names series
     */
    public void group(String name, Block block) {
        var outer = scope;
        var inner = outer.group(name);
        enter(inner);
        var startNanos = settings.ticker().nanoTime();
        try {
            block.run();
            inner.groupDuration(settings.ticker().nanoTime() - startNanos);
        } catch (Exception thrown) {
            if (!Interruptions.isInterruption(thrown)) {
                inner.groupDuration(settings.ticker().nanoTime() - startNanos);
            }
            throw Interruptions.<RuntimeException>unchecked(thrown);
        } finally {
            enter(scope == inner ? outer : scope.inGroupOf(outer));
        }
    }

    /**
     * Puts a tag on all that this user records from now on: requests, checks, groups, metrics of
     * the test. An empty value takes it away.
     *
     * @param value one of a few, as each names series
     */
    public void tag(String name, String value) {
        enter(scope.tagged(name, value));
    }

    /** Pauses, as in {@code user.sleep("500ms")}. */
    public void sleep(String duration) {
        sleepNanos(share.pauses().get(duration));
    }

    /** Pauses. */
    public void sleep(Duration duration) {
        sleepNanos(duration.toNanos());
    }

    /** Pauses for any time between two bounds, all equally likely: {@code think("1s", "3s")}. */
    public void think(String min, String max) {
        long least = share.pauses().get(min);
        long most = share.pauses().get(max);
        if (most < least) {
            throw new IllegalArgumentException(
                    "think time from %s to %s: the second must not be less".formatted(min, max));
        }
        sleepNanos(random.nextLong(least, most + 1));
    }

    /** A random whole number between two bounds, either included. */
    public int random(int min, int max) {
        return (int) random.nextLong(min, max + 1L);
    }

    /** Any element of a list, all equally likely. */
    public <E> E pick(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }

    /**
     * This user's source of chance. It begins anew with each iteration: what it gives follows from
     * the seed of the run, the scenario and the iteration, so that two runs do the same.
     */
    public RandomGenerator random() {
        return random;
    }

    /** The value of a variable, from {@code -e NAME=VALUE} or the environment, or a default. */
    public String env(String name, String otherwise) {
        return settings.env().getOrDefault(name, otherwise);
    }

    /**
     * The value of a variable, from {@code -e NAME=VALUE} or the environment.
     *
     * @throws NoSuchElementException where it is not set
     */
    public String env(String name) {
        var value = settings.env().get(name);
        if (value == null) {
            throw new NoSuchElementException(
                    "variable %s is not set: give it with -e %s=VALUE".formatted(name, name));
        }
        return value;
    }

    /** A file to send, by its path from the folder of the test's own file. */
    public Path file(String path) {
        return settings.folder().resolve(path);
    }

    void close() {
        client.close();
    }

    /** What is random from now on follows from the user's number and what it begins. */
    void begin(String phase) {
        random.reseed(Seeds.of(Seeds.of(share.seed(), phase), context.userId()));
    }

    void beginIteration(long key, long dueNanos) {
        iteration++;
        random.reseed(Seeds.of(share.seed(), key));
        client.nextDueNanos(dueNanos);
    }

    /** Records a value of a metric of the test, in the unit it is recorded in. */
    void record(int metric, long value) {
        scope.record(metric, value);
    }

    private void enter(TagScope next) {
        scope = next;
        client.tags(next.added());
    }

    private void sleepNanos(long nanos) {
        try {
            context.loop().sleepUntil(settings.ticker().nanoTime() + Math.max(0, nanos));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIteration();
        }
    }
}
