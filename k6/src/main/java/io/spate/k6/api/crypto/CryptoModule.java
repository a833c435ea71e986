package io.spate.k6.api.crypto;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6/crypto}; the global {@code crypto} stands on it too. */
public final class CryptoModule implements ApiModule {
    @Override
    public String name() {
        return "k6/crypto";
    }

    @Override
    public String code() {
        return ApiModule.resource(CryptoModule.class, "crypto.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new CryptoBinding(vu);
    }
}
