package io.spate.k6.api.webcrypto;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The global {@code crypto}. */
public final class WebCryptoModule implements ApiModule {
    @Override
    public String name() {
        return "$webcrypto";
    }

    @Override
    public String code() {
        return ApiModule.resource(WebCryptoModule.class, "webcrypto.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new SubtleBinding(vu);
    }
}
