package io.spate.k6.options;

import java.util.Arrays;
import java.util.Optional;

/** The options there are, with the variables that give them. */
enum OptionKey {
    PAUSED("paused", Kind.FLAG, Effect.FULL),
    VUS("vus", Kind.WHOLE, Effect.FULL),
    DURATION("duration", Kind.DURATION, Effect.FULL),
    ITERATIONS("iterations", Kind.WHOLE, Effect.FULL),
    STAGES("stages", Kind.STAGES, Effect.FULL),
    SCENARIOS("scenarios", Kind.OBJECT, Effect.FULL),
    EXECUTION_SEGMENT("executionSegment", Kind.TEXT, Effect.FULL),
    EXECUTION_SEGMENT_SEQUENCE("executionSegmentSequence", Kind.TEXT, Effect.FULL),
    NO_SETUP("noSetup", Kind.FLAG, Effect.FULL),
    SETUP_TIMEOUT("setupTimeout", Kind.DURATION, Effect.FULL),
    NO_TEARDOWN("noTeardown", Kind.FLAG, Effect.FULL),
    TEARDOWN_TIMEOUT("teardownTimeout", Kind.DURATION, Effect.FULL),
    HANDLE_SUMMARY_TIMEOUT("handleSummaryTimeout", Kind.DURATION, Effect.FULL),
    RPS("rps", Kind.WHOLE, Effect.FULL),
    DNS("dns", Kind.ANY, Effect.FULL),
    MAX_REDIRECTS("maxRedirects", Kind.WHOLE, Effect.FULL),
    USER_AGENT("userAgent", Kind.TEXT, Effect.FULL),
    BATCH("batch", Kind.WHOLE, Effect.FULL),
    BATCH_PER_HOST("batchPerHost", Kind.WHOLE, Effect.FULL),
    HTTP_DEBUG("httpDebug", Kind.TEXT, Effect.FULL),
    INSECURE_SKIP_TLS_VERIFY("insecureSkipTLSVerify", Kind.FLAG, Effect.FULL),
    TLS_CIPHER_SUITES("tlsCipherSuites", Kind.TEXTS, Effect.FULL),
    TLS_VERSION("tlsVersion", Kind.ANY, Effect.FULL),
    TLS_AUTH("tlsAuth", Kind.ANY, Effect.FULL),
    THROW("throw", Kind.FLAG, Effect.FULL),
    THRESHOLDS("thresholds", Kind.OBJECT, Effect.FULL),
    BLACKLIST_IPS("blacklistIPs", Kind.TEXTS, Effect.FULL),
    BLOCK_HOSTNAMES("blockHostnames", Kind.TEXTS, Effect.FULL),
    HOSTS("hosts", Kind.OBJECT, Effect.FULL),
    NO_CONNECTION_REUSE("noConnectionReuse", Kind.FLAG, Effect.FULL),
    NO_VU_CONNECTION_REUSE("noVUConnectionReuse", Kind.FLAG, Effect.FULL),
    MIN_ITERATION_DURATION("minIterationDuration", Kind.DURATION, Effect.FULL),
    EXT("ext", Kind.ANY, Effect.SILENT),
    CLOUD("cloud", Kind.ANY, Effect.SILENT),
    SUMMARY_TREND_STATS("summaryTrendStats", Kind.TEXTS, Effect.FULL),
    SUMMARY_TIME_UNIT("summaryTimeUnit", Kind.TEXT, Effect.FULL),
    SYSTEM_TAGS("systemTags", Kind.TEXTS, Effect.FULL),
    TAGS("tags", Kind.OBJECT, Effect.FULL),
    METRIC_SAMPLES_BUFFER_SIZE("metricSamplesBufferSize", Kind.WHOLE, Effect.SILENT),
    NO_COOKIES_RESET("noCookiesReset", Kind.FLAG, Effect.FULL),
    DISCARD_RESPONSE_BODIES("discardResponseBodies", Kind.FLAG, Effect.FULL),
    CONSOLE_OUTPUT("consoleOutput", Kind.TEXT, Effect.FULL),
    LOCAL_IPS("localIPs", Kind.TEXT, Effect.FULL);

    private final String text;
    private final Kind kind;
    private final Effect effect;

    OptionKey(String text, Kind kind, Effect effect) {
        this.text = text;
        this.kind = kind;
        this.effect = effect;
    }

    /** What a value must be. */
    enum Kind {
        FLAG("true or false"),
        WHOLE("a whole number"),
        DURATION("a duration such as '30s', or a number of milliseconds"),
        TEXT("a text"),
        TEXTS("a list of texts"),
        STAGES("a list of {duration, target}"),
        OBJECT("an object"),
        ANY("any value");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What Spate does about an option. */
    enum Effect {
        FULL,
        /** Nothing; people are told so. */
        NONE,
        /** Nothing that bears on a local run. */
        SILENT
    }

    /** As it is written in a script. */
    String text() {
        return text;
    }

    Kind kind() {
        return kind;
    }

    Effect effect() {
        return effect;
    }

    /** The variable that gives it; those that are objects have none but thresholds and hosts. */
    String variable() {
        return switch (this) {
            case TLS_AUTH -> "K6_TLSAUTH";
            case NO_VU_CONNECTION_REUSE -> "K6_NO_VU_CONNECTION_REUSE";
            case INSECURE_SKIP_TLS_VERIFY -> "K6_INSECURE_SKIP_TLS_VERIFY";
            default -> "K6_" + name();
        };
    }

    static Optional<OptionKey> find(String text) {
        return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst();
    }
}
