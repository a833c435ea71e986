package io.spate.k6.api.metrics;

import io.spate.k6.api.JsValues;
import io.spate.k6.vu.Phase;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.k6.vu.Vu;
import io.spate.metrics.Metric;
import io.spate.metrics.Metric.Contains;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** What the module {@code k6/metrics} does for one user. */
public final class MetricsBinding {
    private final Vu vu;

    MetricsBinding(Vu vu) {
        this.vu = vu;
    }

    /** Adds a metric to the test; returns its number. */
    @HostAccess.Export
    public int declare(String type, String name, boolean isTime) {
        if (vu.phase() != Phase.INIT) {
            throw vu.error("metrics must be declared in the init context");
        }
        var kind = Metric.Type.valueOf(type);
        var contains =
                isTime
                        ? Contains.TIME
                        : kind == Metric.Type.RATE ? Contains.DEFAULT : Contains.DECIMAL;
        try {
            return vu.test().metrics().declare(new Metric(name, kind, contains));
        } catch (IllegalArgumentException e) {
            throw vu.error(String.valueOf(e.getMessage()));
        }
    }

    /** Tells of a value that cannot be recorded, or throws where the options ask for it. */
    @HostAccess.Export
    public void refuse(String message) {
        vu.requireRunning("adding to a metric");
        if (vu.test().planned().settings().throwErrors()) {
            throw vu.error(message);
        }
        vu.test().log().log(Level.WARNING, message, "");
    }

    /** Records a value. */
    @HostAccess.Export
    public void add(int number, double value, Value tags) {
        vu.requireRunning("adding to a metric");
        var metric = vu.test().metrics().get(number);
        var scope =
                JsValues.isGiven(tags) ? vu.scope(JsValues.tags(vu, "metric", tags)) : vu.scope();
        boolean isRate = metric.type() == Metric.Type.RATE;
        scope.record(number, isRate ? value == 0 ? 0 : 1 : Math.round(value * metric.unit()));
    }
}
