package io.spate.k6.api.console;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** Makes the functions of {@code k6/timers} globals. */
public final class GlobalTimersModule implements ApiModule {
    @Override
    public String name() {
        return "#timers";
    }

    @Override
    public String code() {
        return "import timers from 'k6/timers';\nObject.assign(globalThis, timers);\n";
    }

    @Override
    public Object bind(Vu vu) {
        return this;
    }
}
