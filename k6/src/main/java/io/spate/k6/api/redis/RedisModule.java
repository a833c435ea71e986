package io.spate.k6.api.redis;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6/experimental/redis}. */
public final class RedisModule implements ApiModule {
    @Override
    public String name() {
        return "k6/experimental/redis";
    }

    @Override
    public String code() {
        return ApiModule.resource(RedisModule.class, "redis.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new RedisBinding(vu);
    }
}
