package io.spate.k6.api.metrics;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6/metrics}. */
public final class MetricsModule implements ApiModule {
    @Override
    public String name() {
        return "k6/metrics";
    }

    @Override
    public String code() {
        return ApiModule.resource(MetricsModule.class, "metrics.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new MetricsBinding(vu);
    }
}
