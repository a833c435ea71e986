package io.spate.k6.api.browser;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6/browser}. */
public final class BrowserModule implements ApiModule {
    @Override
    public String name() {
        return "k6/browser";
    }

    @Override
    public String code() {
        return ApiModule.resource(BrowserModule.class, "browser.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new BrowserBinding(vu);
    }
}
