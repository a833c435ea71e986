package io.spate.cli.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.UsageException;
import io.spate.net.route.Dns;
import io.spate.net.route.Proxy;
import io.spate.net.route.Route;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URLDecoder;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the target before the load: whether it is allowed, whether it is public, whether it
 * answers.
 */
public final class TargetGuard {
    private static final int PATIENCE_MILLIS = 3000;
    private static final String UNIX_SCHEME = "http+unix://";

    /** Scheme, host and port; laxer than URI, which finds no host in {@code http://my_host}. */
    private static final Pattern TARGET =
            Pattern.compile("(?is)(https?)://(?:[^/?#]*@)?(\\[[^]]*]|[^/?#:]*)(?::(\\d+))?.*");

    private final AllowedTargets allowed;
    private final Route route;
    private final Consumer<String> warning;

    /** A guard of targets that are reached straight. */
    public TargetGuard(AllowedTargets allowed, Consumer<String> warning) {
        this(allowed, Route.DIRECT, warning);
    }

    /** A guard that hands warnings to who shows them. */
    public TargetGuard(AllowedTargets allowed, Route route, Consumer<String> warning) {
        this.allowed = allowed;
        this.route = route;
        this.warning = warning;
    }

    /**
     * Checks the proxies that a test names for itself, and that are used. They are hosts that get
     * the load, and a test must not get round what the user allows; whom the user names by flags
     * and variables may be a proxy.
     */
    public void checkProxiesOf(Route test) {
        test.proxies()
                .filter(it -> route.proxies().equals(Optional.of(it)))
                .ifPresent(
                        it ->
                                Stream.of(it.plain(), it.secure())
                                        .flatMap(Optional::stream)
                                        .forEach(each -> checkAllowed(each.host())));
    }

    /**
     * Checks a target's URL.
     *
     * @param connect whether to see if something listens there
     * @throws UsageException where the load must not or cannot start
     */
    public void check(String target, boolean connect) {
        if (target.regionMatches(true, 0, UNIX_SCHEME, 0, UNIX_SCHEME.length())) {
            var path = target.substring(UNIX_SCHEME.length()).split("[/?#]", 2)[0];
            checkSocket(target, URLDecoder.decode(path.replace("+", "%2B"), UTF_8), connect);
            return;
        }
        var parts = TARGET.matcher(target);
        if (!parts.matches()) {
            return;
        }
        var host = parts.group(2);
        checkAllowed(host);
        if (route.unixSocket().isPresent()) {
            checkSocket(target, route.unixSocket().get().path(), connect);
            return;
        }
        var plain = parts.group(1).equalsIgnoreCase("http");
        int port = parts.group(3) == null ? plain ? 80 : 443 : Integer.parseInt(parts.group(3));
        var proxy = route.proxyTo(withoutBrackets(host), port, !plain);
        if (proxy.isPresent()) {
            checkThrough(proxy.get(), host, port, target, connect);
        } else {
            checkReplacement(host, port);
            checkAddresses(target, host, find(host, port, target), connect);
        }
    }

    /** An address in place of a name's own is no way round what is allowed. */
    private void checkReplacement(String host, int port) {
        route.hosts()
                .find(withoutBrackets(host), port)
                .ifPresent(it -> checkAllowed(it.address().getHostAddress()));
    }

    private void checkAllowed(String host) {
        if (!allowed.admits(host)) {
            throw new UsageException(
                    "%s is not among the allowed targets (%s). Add it there, or test another."
                            .formatted(host, allowed));
        }
    }

    private void checkSocket(String target, String path, boolean connect) {
        checkAllowed(path);
        if (!connect) {
            return;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException | IllegalArgumentException e) {
            throw unreachable("%s at unix socket %s".formatted(target, path), e.getMessage());
        }
    }

    /** The proxy's host, and the target's where this machine looks it up for the proxy. */
    private void checkThrough(Proxy proxy, String host, int port, String target, boolean connect) {
        if (!proxy.scheme().looksUpNames()) {
            checkReplacement(host, port);
            var addresses = find(host, port, target);
            warnOfPublic(host, addresses.stream().map(InetSocketAddress::getAddress).toList());
        } else if (Dns.looksLiteral(withoutBrackets(host))) {
            warnOfPublic(host, resolve(host, target));
        }
        checkAddresses(
                "proxy " + proxy,
                proxy.host(),
                find(proxy.host(), proxy.port(), proxy.toString()),
                connect);
    }

    private void checkAddresses(
            String what, String host, List<InetSocketAddress> addresses, boolean connect) {
        warnOfPublic(host, addresses.stream().map(InetSocketAddress::getAddress).toList());
        if (connect) {
            connect(what, addresses);
        }
    }

    private void warnOfPublic(String host, List<InetAddress> addresses) {
        addresses.stream()
                .filter(TargetGuard::isPublic)
                .findFirst()
                .ifPresent(
                        it ->
                                warning.accept(
                                        "WARNING: %s (%s) is a public address. Load only what you are allowed to load."
                                                .formatted(host, it.getHostAddress())));
    }

    /** Where connections to a host would lead. */
    private List<InetSocketAddress> find(String host, int port, String target) {
        var rule = route.hosts().find(withoutBrackets(host), port);
        if (rule.isEmpty()) {
            return resolve(host, target).stream()
                    .map(it -> new InetSocketAddress(it, port))
                    .toList();
        }
        var address = rule.get().address();
        int newPort = rule.get().newPort() > 0 ? rule.get().newPort() : port;
        return List.of(new InetSocketAddress(address, newPort));
    }

    private List<InetAddress> resolve(String host, String target) {
        try {
            var name = withoutBrackets(host);
            return route.dns().lookUp(name.contains(":") ? name : IDN.toASCII(name));
        } catch (UnknownHostException | IllegalArgumentException _) {
            throw new UsageException(
                    "unknown host: %s (in %s). Check the name, or this machine's DNS."
                            .formatted(host, target),
                    ExitCode.FAILED);
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    /** Whether an address belongs to the open internet. */
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        var v4 = bytes.length == 4;
        var uniqueLocal = !v4 && (bytes[0] & 0xfe) == 0xfc;
        var sharedCarrier = v4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        var benchmarks = v4 && (bytes[0] & 0xff) == 198 && (bytes[1] & 0xfe) == 18;
        return !(address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || sharedCarrier
                || benchmarks);
    }

    /** Any of the addresses will do, as it will for the load. */
    private static void connect(String what, List<InetSocketAddress> addresses) {
        var reason = "";
        for (var address : addresses) {
            try (var socket = new Socket()) {
                socket.connect(address, PATIENCE_MILLIS);
                return;
            } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        throw unreachable(what, reason);
    }

    private static UsageException unreachable(String what, @Nullable String reason) {
        return new UsageException(
                "cannot reach %s: %s. Start the server, check host and port, or run anyway with --no-preflight."
                        .formatted(what, reason),
                ExitCode.FAILED);
    }
}
