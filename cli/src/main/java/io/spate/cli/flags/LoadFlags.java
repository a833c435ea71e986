package io.spate.cli.flags;

import io.spate.cli.process.UsageException;
import io.spate.http.HttpVersion;
import io.spate.http.watch.ResponseWatch;
import io.spate.plan.Durations;
import io.spate.plan.Workload;
import io.spate.script.LoadOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be run, and what it is given. */
public final class LoadFlags {
    private static final int CONNECTIONS_MAX = 10_000;

    @Option(
            names = {"-H", "--host", "--target"},
            paramLabel = "URL",
            description = "The base URL, in place of the file's.")
    private @Nullable String host;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "KEY=VALUE",
            description = "A variable for the script; over those of the environment.")
    private @Nullable Map<String, String> env;

    @Option(
            names = "--header",
            paramLabel = "NAME:VALUE",
            description = "A header to send with every request.")
    private @Nullable List<String> headers;

    @Option(
            names = {"-X", "--method"},
            paramLabel = "METHOD",
            description = "The method of a URL's request.")
    private @Nullable String method;

    @Option(names = "--body", paramLabel = "TEXT", description = "The body of a URL's request.")
    private @Nullable String body;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long a request may take (60s).")
    private @Nullable Duration timeout;

    @Option(
            names = {"-k", "--insecure"},
            description = "Take any TLS certificate.")
    private boolean insecure;

    @Option(
            names = "--discard-bodies",
            description = "Read and drop response bodies; scripts do not see them.")
    private boolean discardBodies;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Everything random follows from it (the file's, or 1).")
    private @Nullable Long seed;

    @Option(
            names = "--http",
            paramLabel = "VERSION",
            description = "2, 1.1, or auto: what the server prefers over TLS, else 1.1 (auto).")
    private @Nullable String http;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "HTTP/2 connections that all users share; without it each has its own.")
    private @Nullable Integer connections;

    /** How many connections the users of one event loop share; 0 where each has its own. */
    public int connectionsPerLoop(int loops) {
        if (connections == null) {
            return 0;
        }
        if (connections < 1 || connections > CONNECTIONS_MAX) {
            throw new UsageException(
                    "--connections must be 1 to %,d, not %d"
                            .formatted(CONNECTIONS_MAX, connections));
        }
        return Math.ceilDiv(connections, loops);
    }

    /** What they make, with a workload. */
    public LoadOptions options(Map<String, String> environment, Workload workload) {
        if (timeout != null && !timeout.isPositive()) {
            throw new UsageException("--timeout must be above 0, not " + Durations.format(timeout));
        }
        var variables = new HashMap<>(environment);
        variables.putAll(orEmpty(env));
        var options =
                new LoadOptions(
                        variables,
                        workload,
                        Optional.ofNullable(host),
                        parseHeaders(),
                        Optional.ofNullable(timeout),
                        insecure,
                        discardBodies,
                        Optional.ofNullable(method),
                        Optional.ofNullable(body),
                        OptionalLong.empty(),
                        Path.of(""),
                        ResponseWatch.NONE,
                        version(),
                        0,
                        Optional.empty());
        return seed == null ? options : options.withSeed(seed);
    }

    private Optional<HttpVersion> version() {
        try {
            return Optional.ofNullable(http).map(HttpVersion::parse);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--http: " + e.getMessage());
        }
    }

    private Map<String, String> parseHeaders() {
        var parsed = new LinkedHashMap<String, String>();
        for (var header : headers == null ? List.<String>of() : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new UsageException(
                        "--header '" + header + "' is not NAME:VALUE, such as 'Accept: text/html'");
            }
            parsed.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
        }
        return parsed;
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
