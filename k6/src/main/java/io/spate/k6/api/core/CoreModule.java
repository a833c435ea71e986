package io.spate.k6.api.core;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6}. */
public final class CoreModule implements ApiModule {
    @Override
    public String name() {
        return "k6";
    }

    @Override
    public String code() {
        return ApiModule.resource(CoreModule.class, "k6.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new CoreBinding(vu);
    }
}
