package io.spate.output.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A server that takes what is sent by HTTP.
 *
 * @param address without user and password
 * @param headers of each request; may hold secrets
 * @param timeout of a whole request
 * @param tls which servers are trusted, and what they are told
 * @param proxy by which it is reached
 */
public record HttpTarget(
        URI address,
        Map<String, String> headers,
        Duration timeout,
        TlsChoice tls,
        Optional<InetSocketAddress> proxy) {
    /** How long a request may take. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    public HttpTarget {
        headers = Map.copyOf(headers);
    }

    /** A server at an address, reached directly; user and password may stand in the address. */
    public static HttpTarget at(Address address) {
        var plain =
                new HttpTarget(
                        address.uri(), Map.of(), TIMEOUT, TlsChoice.STANDARD, Optional.empty());
        return address.user().isEmpty()
                ? plain
                : plain.withUser(address.user(), address.password());
    }

    /** The same with one more header. */
    public HttpTarget with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new HttpTarget(address, more, timeout, tls, proxy);
    }

    /** The same for a user with a password (RFC 7617). */
    public HttpTarget withUser(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The same for the bearer of a token (RFC 6750). */
    public HttpTarget withBearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with another choice of whom to trust. */
    public HttpTarget with(TlsChoice other) {
        return new HttpTarget(address, headers, timeout, other, proxy);
    }

    /**
     * The same with the files of its certificates read; to be done before anything is sent.
     *
     * @throws IOException saying which file is wrong, and how
     */
    public HttpTarget read(PemFiles files) throws IOException {
        return with(tls.read(files));
    }

    /** The same by way of a proxy. */
    public HttpTarget by(InetSocketAddress other) {
        return new HttpTarget(address, headers, timeout, tls, Optional.of(other));
    }

    /** The address without slashes at its end, to put a path behind; nothing in it is secret. */
    public String root() {
        return address.toString().replaceFirst("/+$", "");
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return Address.shown(address.toString());
    }
}
