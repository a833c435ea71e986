package io.spate.cli.flags;

import io.spate.cli.process.UsageException;
import io.spate.net.route.Dns;
import io.spate.net.route.HostOverrides;
import io.spate.net.route.Proxies;
import io.spate.net.route.Proxy;
import io.spate.net.route.ProxyExceptions;
import io.spate.net.route.Route;
import io.spate.net.route.SourceAddresses;
import io.spate.net.route.UnixSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which way connections take. */
public final class NetworkFlags {
    private static final String EVERYTHING = "*";

    @Option(
            names = "--unix-socket",
            paramLabel = "PATH",
            description = "Send everything to this socket in the file system.")
    private @Nullable String unixSocket;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = {
                "Go through http://USER:PASSWORD@HOST:PORT, socks5://, socks5h:// (the proxy",
                "looks up names), socks4:// or socks4a://; over HTTP_PROXY and HTTPS_PROXY."
            })
    private @Nullable String proxy;

    @Option(
            names = "--no-proxy",
            paramLabel = "HOSTS",
            description = "Go to these directly, over NO_PROXY: .example.com,10.0.0.0/8, or '*'.")
    private @Nullable String noProxy;

    @Option(
            names = "--resolve",
            paramLabel = "RULE",
            split = ",",
            description =
                    "HOST[:PORT]:ADDRESS[:PORT]: connect there instead; HOST may be *.example.com.")
    private @Nullable List<HostOverrides.Rule> resolve;

    @Option(
            names = "--source",
            paramLabel = "ADDRESSES",
            description = "Connect from these in turns: 10.0.0.2,10.0.0.8-10.0.0.20,10.1.0.0/28.")
    private @Nullable SourceAddresses source;

    @Option(
            names = "--dns-ttl",
            paramLabel = "TIME",
            description = "How long an address holds: 5m, 0 to ask for each connection, inf (inf).")
    private @Nullable String dnsTtl;

    @Option(
            names = "--dns-select",
            paramLabel = "WAY",
            description = "Which address of several: first, random, roundRobin (first).")
    private Dns.@Nullable Select dnsSelect;

    @Option(
            names = "--dns-policy",
            paramLabel = "WAY",
            description = "preferIPv4, preferIPv6, onlyIPv4, onlyIPv6 or any (any).")
    private Dns.@Nullable Policy dnsPolicy;

    /**
     * The way of a run. What flags say goes over what the test says of itself, and that over the
     * proxies that the environment names.
     */
    public Route over(Route test, Map<String, String> environment) {
        if (proxy != null && unixSocket != null) {
            throw new UsageException("--proxy and --unix-socket are two ways: give one of them");
        }
        Route route = given().over(test);
        if (route.unixSocket().isPresent()) {
            return route;
        }
        if (EVERYTHING.equals(noProxy)) {
            return route.withProxies(Proxies.NONE);
        }
        var named = route.proxies().orElseGet(() -> ofEnvironment(environment));
        return named.equals(Proxies.NONE)
                ? route
                : route.withProxies(excepting(named, environment));
    }

    /** What differs from the straight way, for the head of a run; empty where nothing does. */
    public String describe(Route route, Map<String, String> environment) {
        var text = route.describe();
        var proxies = route.proxies().orElse(Proxies.NONE);
        var ambient = excepting(ofEnvironment(environment), environment);
        return !proxies.equals(Proxies.NONE) && proxies.equals(ambient)
                ? text + " (from the environment; --no-proxy '*' goes without)"
                : text;
    }

    private Route given() {
        var route =
                Route.DIRECT
                        .withHosts(new HostOverrides(resolve == null ? List.of() : resolve))
                        .withDns(
                                new Dns(
                                        Optional.ofNullable(dnsTtl)
                                                .map(it -> parsed("--dns-ttl", it, Flags::ttl)),
                                        Optional.ofNullable(dnsSelect),
                                        Optional.ofNullable(dnsPolicy)));
        if (source != null) {
            route = route.withSources(source);
        }
        if (unixSocket != null) {
            route = route.withUnixSocket(parsed("--unix-socket", unixSocket, UnixSocket::new));
        }
        return proxy == null ? route : route.withProxy(parsed("--proxy", proxy, Proxy::parse));
    }

    private Proxies excepting(Proxies proxies, Map<String, String> environment) {
        if (noProxy != null) {
            return proxies.except(parsed("--no-proxy", noProxy, ProxyExceptions::parse));
        }
        boolean has = !proxies.exceptions().text().isEmpty();
        return variable(environment, "no_proxy")
                .filter(_ -> !has)
                .map(it -> parsed(it.name, it.value, ProxyExceptions::parse))
                .map(it -> proxies.exceptions().loopback() ? it.andLoopback() : it)
                .map(proxies::except)
                .orElse(proxies);
    }

    /** As Go has it, and with it k6: this machine is never reached through such a proxy. */
    private Proxies ofEnvironment(Map<String, String> environment) {
        if (EVERYTHING.equals(noProxy)) {
            return Proxies.NONE;
        }
        var all = variable(environment, "all_proxy");
        var plain = variable(environment, "http_proxy").or(() -> all).map(NetworkFlags::proxy);
        var secure = variable(environment, "https_proxy").or(() -> all).map(NetworkFlags::proxy);
        return plain.isEmpty() && secure.isEmpty()
                ? Proxies.NONE
                : new Proxies(plain, secure, ProxyExceptions.NONE.andLoopback());
    }

    private static Proxy proxy(Variable variable) {
        return parsed(variable.name, variable.value, Proxy::parse);
    }

    /** In lower case first, as curl has it. */
    private static Optional<Variable> variable(Map<String, String> environment, String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .filter(it -> !environment.getOrDefault(it, "").isBlank())
                .findFirst()
                .map(it -> new Variable(it, environment.getOrDefault(it, "")));
    }

    private static <V> V parsed(String where, String text, Function<String, V> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(where + ": " + e.getMessage());
        }
    }

    /** A variable of the environment that is set. */
    private record Variable(String name, String value) {
        /** Without the value, which may hold a password. */
        @Override
        public String toString() {
            return name;
        }
    }
}
