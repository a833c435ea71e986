package io.spate.k6.vu;

import io.spate.http.HttpOptions;
import io.spate.k6.load.FileAccess;
import io.spate.k6.options.HttpSettings;
import io.spate.metrics.Ticker;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What all virtual users of a test share. For any thread. */
public final class TestState {
    private final Map<String, String> env;
    private final FileAccess files;
    private final ScriptLog log;
    private final Ticker ticker;
    private final MetricRegistry metrics = new MetricRegistry();
    private final SharedArrays arrays = new SharedArrays();
    private final FileContents contents = new FileContents();
    private final Secrets secrets;
    private final Counters counters = new Counters();
    private final RunControl control = new RunControl();
    private final AtomicLong startNanos = new AtomicLong();
    private volatile Planned planned = Planned.NOTHING;
    private volatile RequestRate rate;
    private volatile Optional<String> setupData = Optional.empty();

    /** For a script with some variables, files and secrets; no secret comes into the log. */
    public TestState(
            Map<String, String> env,
            FileAccess files,
            Secrets secrets,
            ScriptLog log,
            Ticker ticker) {
        this.env = Map.copyOf(env);
        this.files = files;
        this.secrets = secrets;
        this.log =
                secrets.sources().isEmpty()
                        ? log
                        : (level, message, from) -> log.log(level, secrets.hide(message), from);
        this.ticker = ticker;
        rate = new RequestRate(0, ticker);
        startNanos.set(ticker.nanoTime());
    }

    /**
     * What is known once the options are.
     *
     * @param http how users send
     * @param settings what the script's options say of HTTP
     * @param scenarios by name
     * @param optionsJson all options in force
     * @param seed of the run
     */
    public record Planned(
            HttpOptions http,
            HttpSettings settings,
            Map<String, ScenarioState> scenarios,
            String optionsJson,
            long seed) {
        static final Planned NOTHING =
                new Planned(HttpOptions.DEFAULT, HttpSettings.DEFAULT, Map.of(), "{}", 1);

        public Planned {
            scenarios = Map.copyOf(scenarios);
        }
    }

    /** The variables a script may ask for. */
    public Map<String, String> env() {
        return env;
    }

    /** The files a script may read. */
    public FileAccess files() {
        return files;
    }

    public ScriptLog log() {
        return log;
    }

    public Ticker ticker() {
        return ticker;
    }

    public MetricRegistry metrics() {
        return metrics;
    }

    public SharedArrays arrays() {
        return arrays;
    }

    /** The files that were opened to be read in parts. */
    public FileContents contents() {
        return contents;
    }

    /** What a script is given to use and not to show. */
    public Secrets secrets() {
        return secrets;
    }

    public Counters counters() {
        return counters;
    }

    public RunControl control() {
        return control;
    }

    /** What is known once the options are; before that nothing is planned. */
    public Planned planned() {
        return planned;
    }

    /** Keeps requests from being more than the options allow. */
    public RequestRate rate() {
        return rate;
    }

    /** Says what the options have come to. */
    public void plan(Planned all) {
        rate = new RequestRate(all.settings().rate(), ticker);
        metrics.close();
        planned = all;
    }

    /** When the scenarios began, on the ticker's clock. */
    public long startNanos() {
        return startNanos.get();
    }

    /** Says that the scenarios begin now. */
    public void started() {
        startNanos.set(ticker.nanoTime());
    }

    /** What {@code setup} has returned, as JSON; empty for nothing. */
    public Optional<String> setupData() {
        return setupData;
    }

    /** Hands on what {@code setup} has returned. */
    public void setupData(Optional<String> json) {
        setupData = json;
    }
}
