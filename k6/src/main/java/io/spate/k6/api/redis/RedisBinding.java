package io.spate.k6.api.redis;

import io.spate.k6.vu.Vu;
import io.spate.net.tls.TlsMaterialException;
import org.graalvm.polyglot.HostAccess;

/** What the module of Redis does for one user. */
public final class RedisBinding {
    private final Vu vu;

    RedisBinding(Vu vu) {
        this.vu = vu;
    }

    /** A client by a URL. */
    @HostAccess.Export
    public RedisCalls byUrl(String url) {
        return client(() -> RedisUrl.parse(url));
    }

    /** A client by an object with options, as JSON. */
    @HostAccess.Export
    public RedisCalls byOptions(String json) {
        return client(() -> RedisObject.parse(json));
    }

    /** Reads what a script gives. */
    private interface Reading {
        GivenOptions read() throws TlsMaterialException;
    }

    private RedisCalls client(Reading reading) {
        try {
            return new RedisCalls(vu, reading.read());
        } catch (IllegalArgumentException | TlsMaterialException e) {
            throw vu.error("invalid options; reason: " + e.getMessage());
        }
    }
}
