package io.spate.k6.api.data;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6/data}. */
public final class DataModule implements ApiModule {
    @Override
    public String name() {
        return "k6/data";
    }

    @Override
    public String code() {
        return ApiModule.resource(DataModule.class, "data.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new DataBinding(vu);
    }
}
