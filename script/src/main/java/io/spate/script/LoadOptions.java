package io.spate.script;

import io.spate.http.HttpVersion;
import io.spate.http.watch.ResponseWatch;
import io.spate.plan.Workload;
import io.spate.script.debug.UserObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is given beside a test and wins over what it says of itself.
 *
 * @param env the variables that the test may ask for
 * @param workload laid over the workload of each scenario
 * @param target put in place of the test's base URL
 * @param headers sent with every request, over the test's own
 * @param timeout of a request, in place of the test's
 * @param insecure whether certificates are taken unchecked
 * @param discardBodies whether response bodies are read and dropped
 * @param method of a URL's request; GET, or POST with a body, where empty
 * @param body of a URL's request
 * @param givenSeed for everything random, in place of the test's own; {@link #seed} where it is
 *     empty
 * @param folder what the paths of files in a test start from: that of the test's own file
 * @param watch what is looked at in each response, over what the test says of nodes
 * @param http the version of HTTP, in place of the test's
 * @param connections to each server, shared by all users of an event loop; 0 where each has its own
 * @param observer sees all that the users do; for finding mistakes, not for load
 */
public record LoadOptions(
        Map<String, String> env,
        Workload workload,
        Optional<String> target,
        Map<String, String> headers,
        Optional<Duration> timeout,
        boolean insecure,
        boolean discardBodies,
        Optional<String> method,
        Optional<String> body,
        OptionalLong givenSeed,
        Path folder,
        ResponseWatch watch,
        Optional<HttpVersion> http,
        int connections,
        Optional<UserObserver> observer) {

    /** Files are looked for from the working folder, until {@link #in} says otherwise. */
    public LoadOptions(
            Map<String, String> env,
            Workload workload,
            Optional<String> target,
            Map<String, String> headers,
            Optional<Duration> timeout,
            boolean insecure,
            boolean discardBodies,
            Optional<String> method,
            Optional<String> body,
            long seed) {
        this(
                env,
                workload,
                target,
                headers,
                timeout,
                insecure,
                discardBodies,
                method,
                body,
                OptionalLong.of(seed),
                Path.of(""),
                ResponseWatch.NONE,
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static final long DEFAULT_SEED = 1;

    /** Nothing given. */
    public static final LoadOptions NONE =
            new LoadOptions(
                    Map.of(),
                    Workload.NONE,
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Path.of(""),
                    ResponseWatch.NONE,
                    Optional.empty(),
                    0,
                    Optional.empty());

    public LoadOptions {
        env = Map.copyOf(env);
        headers = Map.copyOf(headers);
    }

    /** What everything random follows from: two runs with the same one send the same requests. */
    public long seed() {
        return givenSeed.orElse(DEFAULT_SEED);
    }

    /** The same for a test whose files stand in a folder. */
    public LoadOptions in(Path other) {
        return new LoadOptions(
                env,
                workload,
                target,
                headers,
                timeout,
                insecure,
                discardBodies,
                method,
                body,
                givenSeed,
                other,
                watch,
                http,
                connections,
                observer);
    }

    /** The same for a test whose users are observed. */
    public LoadOptions observedBy(UserObserver by) {
        return new LoadOptions(
                env,
                workload,
                target,
                headers,
                timeout,
                insecure,
                discardBodies,
                method,
                body,
                givenSeed,
                folder,
                watch,
                http,
                connections,
                Optional.of(by));
    }

    /** The same with another seed. */
    public LoadOptions withSeed(long other) {
        return new LoadOptions(
                env,
                workload,
                target,
                headers,
                timeout,
                insecure,
                discardBodies,
                method,
                body,
                OptionalLong.of(other),
                folder,
                watch,
                http,
                connections,
                observer);
    }

    /** The same with something to look at in each response. */
    public LoadOptions withWatch(ResponseWatch other) {
        return new LoadOptions(
                env,
                workload,
                target,
                headers,
                timeout,
                insecure,
                discardBodies,
                method,
                body,
                givenSeed,
                folder,
                other,
                http,
                connections,
                observer);
    }

    /** The same with another target; empty for the test's own. */
    public LoadOptions withTarget(Optional<String> other) {
        return new LoadOptions(
                env,
                workload,
                other,
                headers,
                timeout,
                insecure,
                discardBodies,
                method,
                body,
                givenSeed,
                folder,
                watch,
                http,
                connections,
                observer);
    }

    /** The same with other headers. */
    public LoadOptions withHeaders(Map<String, String> others) {
        return new LoadOptions(
                env,
                workload,
                target,
                others,
                timeout,
                insecure,
                discardBodies,
                method,
                body,
                givenSeed,
                folder,
                watch,
                http,
                connections,
                observer);
    }

    /** The same over another version of HTTP. */
    public LoadOptions withHttp(HttpVersion version) {
        return withHttp(Optional.of(version), connections);
    }

    /** The same with connections that the users of an event loop share. */
    public LoadOptions withConnections(int perLoop) {
        return withHttp(http, perLoop);
    }

    private LoadOptions withHttp(Optional<HttpVersion> version, int shared) {
        return new LoadOptions(
                env,
                workload,
                target,
                headers,
                timeout,
                insecure,
                discardBodies,
                method,
                body,
                givenSeed,
                folder,
                watch,
                version,
                shared,
                observer);
    }
}
