package io.spate.k6.api.html;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6/html}. */
public final class HtmlModule implements ApiModule {
    @Override
    public String name() {
        return "k6/html";
    }

    @Override
    public String code() {
        return ApiModule.resource(HtmlModule.class, "html.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new HtmlBinding(vu);
    }
}
