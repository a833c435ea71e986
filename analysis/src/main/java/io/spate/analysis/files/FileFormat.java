package io.spate.analysis.files;

/** The formats of result files. */
public enum FileFormat {
    SPATE_RESULTS("Spate's results.json"),
    SIMPLE_RESULTS("results.json with success_rate and p95_latency"),
    K6_JSON("k6's JSON lines"),
    K6_CSV("k6's CSV"),
    K6_SUMMARY("k6's summary"),
    LOCUST_STATS("Locust's _stats.csv"),
    LOCUST_HISTORY("Locust's _stats_history.csv"),
    LOCUST_FAILURES("Locust's _failures.csv"),
    LOCUST_JSON("Locust's JSON"),
    LOCUST_REQUESTS("Locust's requests as CSV"),
    JTL_CSV("JMeter's JTL as CSV"),
    JTL_XML("JMeter's JTL as XML");

    private final String words;

    FileFormat(String words) {
        this.words = words;
    }

    /** What people call it. */
    public String words() {
        return words;
    }
}
