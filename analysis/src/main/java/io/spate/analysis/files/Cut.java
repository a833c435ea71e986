package io.spate.analysis.files;

import io.spate.analysis.MeasuredRun;
import io.spate.analysis.files.ResultFile.Samples;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What of a result file is looked at.
 *
 * @param fromSeconds where it begins, since the run's start
 * @param toSeconds where it ends; infinite for the run's end
 * @param endpoints texts of which one must be in the endpoint's {@code METHOD name}, in any case;
 *     empty for all endpoints
 */
public record Cut(double fromSeconds, double toSeconds, List<String> endpoints) {
    /** All of it. */
    public static final Cut NONE = new Cut(0, Double.POSITIVE_INFINITY, List.of());

    public Cut {
        endpoints = endpoints.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether it keeps no more than a part of the time. */
    public boolean isOfTime() {
        return fromSeconds > 0 || !Double.isInfinite(toSeconds);
    }

    /**
     * The figures of what is looked at. Those of samples are computed; those that are told can be
     * taken for some endpoints alone, but not for a part of the time.
     *
     * @throws IllegalArgumentException where a part of the time is asked of told figures
     */
    public Figures figures(ResultFile file) {
        return switch (file) {
            case Samples samples -> SampleFigures.of(samples.origin(), run(samples.run()));
            case Figures figures -> told(figures);
        };
    }

    /** The same of a run: whole intervals, and the requests of some endpoints. */
    public MeasuredRun run(MeasuredRun run) {
        var intervals =
                run.seconds().stream()
                        .filter(
                                it ->
                                        it.startNanos() / 1e9 >= fromSeconds - 1e-9
                                                && it.endNanos() / 1e9 <= toSeconds + 1e-9)
                        .map(this::requests)
                        .toList();
        return new MeasuredRun(run.name(), run.startedAt(), intervals);
    }

    /** With the series alone that tell of some endpoints, and those that tell of none. */
    private Snapshot requests(Snapshot interval) {
        if (endpoints.isEmpty()) {
            return interval;
        }
        Map<Series, Aggregate> kept = new HashMap<>();
        interval.aggregates()
                .forEach(
                        (series, values) -> {
                            Tags tags = series.tags();
                            if (tags.get("name").isEmpty()
                                    || matches(tags.get("method"), tags.get("name"))) {
                                kept.put(series, values);
                            }
                        });
        return new Snapshot(interval.startNanos(), interval.endNanos(), kept, interval.errors());
    }

    private boolean matches(String method, String name) {
        var title = (method + " " + name).strip().toLowerCase(Locale.ROOT);
        return endpoints.isEmpty() || endpoints.stream().anyMatch(title::contains);
    }

    private Figures told(Figures figures) {
        if (isOfTime()) {
            throw new IllegalArgumentException(
                    "%s has figures of the whole run: a part of the time can be had of files of"
                                    .formatted(figures.origin().file())
                            + " single samples alone");
        }
        if (endpoints.isEmpty()) {
            return figures;
        }
        var kept =
                figures.endpoints().stream().filter(it -> matches(it.method(), it.name())).toList();
        return new Figures(
                figures.origin(),
                figures.startedAt(),
                figures.seconds(),
                Sums.of(kept),
                kept,
                figures.failures().stream().filter(it -> matches(it.method(), it.name())).toList(),
                List.of(),
                Map.of());
    }
}
