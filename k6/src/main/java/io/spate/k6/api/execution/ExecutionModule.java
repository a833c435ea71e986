package io.spate.k6.api.execution;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6/execution}. */
public final class ExecutionModule implements ApiModule {
    @Override
    public String name() {
        return "k6/execution";
    }

    @Override
    public String code() {
        return ApiModule.resource(ExecutionModule.class, "execution.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new ExecutionBinding(vu);
    }
}
