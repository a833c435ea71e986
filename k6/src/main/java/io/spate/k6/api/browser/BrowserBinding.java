package io.spate.k6.api.browser;

import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Vu;
import io.spate.metrics.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the module {@code k6/browser} does for one user. */
public final class BrowserBinding {
    private static final List<Metric> METRICS =
            List.of(
                    Metric.time("browser_web_vital_lcp"),
                    Metric.time("browser_web_vital_fcp"),
                    Metric.time("browser_web_vital_ttfb"),
                    Metric.time("browser_web_vital_inp"),
                    Metric.time("browser_web_vital_fid"),
                    new Metric("browser_web_vital_cls", Metric.Type.TREND, Metric.Contains.DECIMAL),
                    Metric.time("browser_http_req_duration"),
                    Metric.rate("browser_http_req_failed"),
                    new Metric("browser_data_sent", Metric.Type.COUNTER, Metric.Contains.DATA),
                    new Metric("browser_data_received", Metric.Type.COUNTER, Metric.Contains.DATA));

    private final Vu vu;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private @Nullable BrowserThread browser;
    private @Nullable Object stay;

    BrowserBinding(Vu vu) {
        this.vu = vu;
        METRICS.forEach(it -> numbers.put(it.name(), vu.test().metrics().declare(it)));
    }

    /**
     * Has things done by the browser, and comes back at once.
     *
     * @param calls a list in JSON of what is asked in one go
     * @param answer told of the end of each, by its number
     */
    @HostAccess.Export
    public void start(String calls, Value answer) {
        vu.requireRunning("using the browser");
        var browserThread = thread();
        var all = new ArrayList<Call>();
        for (var call : JsonMapper.shared().readTree(calls)) {
            all.add(new Call(call, answering(call.path("n").asInt(), answer)));
        }
        browserThread.submit(all);
    }

    private Consumer<Call.Answer> answering(int number, Value answer) {
        var deliver = vu.queue().expect();
        var loop = vu.user().loop();
        return it -> {
            try {
                loop.execute(
                        () -> deliver.accept(() -> answer.executeVoid(number, it.ok(), it.json())));
            } catch (RejectedExecutionException _) {
                // The run is over.
            }
        };
    }

    /** The user's browser; it lives as long as its stay in a scenario. */
    private BrowserThread thread() {
        var now = vu.stay();
        var known = browser;
        if (known == null || !Objects.equals(stay, now)) {
            var type = browserType();
            if (!type.equals("chromium")) {
                throw vu.error(
                        type.isEmpty()
                                ? "the scenario has no browser: give it options: { browser: {"
                                        + " type: 'chromium' } }"
                                : "there is no browser '" + type + "', only chromium");
            }
            known =
                    new BrowserThread(
                            "browser-" + vu.id(),
                            vu.test().env(),
                            scriptFolders(),
                            vu.test().control()::driver);
            stay = now;
            browser = known;
            vu.atEnds(known::clean, known::close);
        }
        return known;
    }

    private String browserType() {
        var name = vu.scenario().map(it -> it.scenario().name()).orElse("");
        var scenario =
                options().path("scenarios").path(name).path("options").path("browser").path("type");
        return scenario.asString("");
    }

    private JsonNode options() {
        return JsonMapper.shared().readTree(vu.test().planned().optionsJson());
    }

    private List<java.nio.file.Path> scriptFolders() {
        return vu.test().files().folders();
    }

    /** Records what a page has come to. */
    @HostAccess.Export
    public void record(String metric, double value, Value tags) {
        var number = numbers.get(metric);
        if (number == null) {
            throw new IllegalArgumentException("no metric " + metric);
        }
        var kind = vu.test().metrics().get(number);
        boolean isRate = kind.type() == Metric.Type.RATE;
        vu.scope(JsValues.texts(vu, "tags", tags))
                .record(number, isRate ? value == 0 ? 0 : 1 : Math.round(value * kind.unit()));
    }
}
