package io.spate.k6.api.http;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6/http}. */
public final class HttpModule implements ApiModule {
    @Override
    public String name() {
        return "k6/http";
    }

    @Override
    public String code() {
        return ApiModule.resource(HttpModule.class, "http.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new HttpBinding(vu);
    }
}
