package io.spate.script.yaml;

import io.spate.net.route.Dns;
import io.spate.net.route.HostOverrides;
import io.spate.net.route.Proxies;
import io.spate.net.route.Proxy;
import io.spate.net.route.ProxyExceptions;
import io.spate.net.route.Route;
import io.spate.net.route.SourceAddresses;
import io.spate.net.route.UnixSocket;
import io.spate.plan.Durations;
import io.spate.script.yaml.text.Fields;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads the block {@code network}: which way connections take. */
final class NetworkBinder {
    private static final Set<String> KEYS =
            Set.of("proxy", "noProxy", "unixSocket", "hosts", "dns", "source");
    private static final Set<String> DNS_KEYS = Set.of("ttl", "select", "policy");

    private final Fields fields;

    private NetworkBinder(Fields fields) {
        this.fields = fields;
    }

    /** The way that a test asks for; straight where it says nothing. */
    static Route route(Fields test) {
        return test.fields("network", KEYS)
                .map(it -> new NetworkBinder(it).route())
                .orElse(Route.DIRECT);
    }

    private Route route() {
        fields.goesWith("noProxy", "proxy");
        if (fields.has("proxy") && fields.has("unixSocket")) {
            fields.problems()
                    .add(fields.key("unixSocket"), "proxy and unixSocket are two ways: give one");
        }
        var exceptions = fields.parsed("noProxy", ProxyExceptions::parse);
        var proxies =
                fields.parsed("proxy", Proxy::parse)
                        .map(Proxies::always)
                        .map(it -> exceptions.map(it::except).orElse(it));
        return new Route(
                proxies,
                fields.parsed("unixSocket", UnixSocket::new),
                hosts(),
                fields.fields("dns", DNS_KEYS).map(NetworkBinder::dns).orElse(Dns.DEFAULT),
                fields.parsed("source", SourceAddresses::parse));
    }

    private HostOverrides hosts() {
        var hosts = fields.texts("hosts");
        return hosts.isEmpty()
                ? HostOverrides.NONE
                : fields.problems()
                        .attempt(fields.key("hosts"), "hosts: ", () -> HostOverrides.of(hosts))
                        .orElse(HostOverrides.NONE);
    }

    private static Dns dns(Fields dns) {
        Optional<Duration> ttl = dns.parsed("ttl", NetworkBinder::ttl);
        return new Dns(
                ttl,
                dns.parsed("select", Dns.Select::parse),
                dns.parsed("policy", Dns.Policy::parse));
    }

    private static Duration ttl(String text) {
        return text.equals("inf") ? Dns.FOREVER : Durations.parse(text);
    }
}
