package io.spate.redis;

import io.spate.net.TlsOptions;
import java.util.Optional;

/**
 * How a client reaches its servers. Immutable.
 *
 * @param tls how connections are secured; empty for plain TCP
 */
public record RedisOptions(Servers servers, Login login, Optional<TlsOptions> tls, Limits limits) {}
