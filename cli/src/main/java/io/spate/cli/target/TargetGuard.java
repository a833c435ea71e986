package io.spate.cli.target;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.UsageException;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Looks at the target before the load: whether it is allowed, whether it is public, whether it
 * answers.
 */
public final class TargetGuard {
    private static final int PATIENCE_MILLIS = 3000;

    /** Scheme, host and port; laxer than URI, which finds no host in {@code http://my_host}. */
    private static final Pattern TARGET =
            Pattern.compile("(?is)(https?)://(?:[^/?#]*@)?(\\[[^]]*]|[^/?#:]*)(?::(\\d+))?.*");

    private final AllowedTargets allowed;
    private final Consumer<String> warning;

    /** A guard that hands warnings to who shows them. */
    public TargetGuard(AllowedTargets allowed, Consumer<String> warning) {
        this.allowed = allowed;
        this.warning = warning;
    }

    /**
     * Checks a target's URL.
     *
     * @param connect whether to see if something listens there
     * @throws UsageException where the load must not or cannot start
     */
    public void check(String target, boolean connect) {
        var parts = TARGET.matcher(target);
        if (!parts.matches()) {
            return;
        }
        var host = parts.group(2);
        if (!allowed.admits(host)) {
            throw new UsageException(
                    "%s is not among the allowed targets (%s). Add it there, or test another."
                            .formatted(host, allowed));
        }
        var addresses = resolve(host, target);
        addresses.stream()
                .filter(TargetGuard::isPublic)
                .findFirst()
                .ifPresent(
                        it ->
                                warning.accept(
                                        "WARNING: %s (%s) is a public address. Load only what you are allowed to load."
                                                .formatted(host, it.getHostAddress())));
        if (connect) {
            var plain = parts.group(1).equalsIgnoreCase("http");
            int port = parts.group(3) == null ? plain ? 80 : 443 : Integer.parseInt(parts.group(3));
            connect(target, addresses, port);
        }
    }

    private static List<InetAddress> resolve(String host, String target) {
        try {
            return List.of(InetAddress.getAllByName(IDN.toASCII(host)));
        } catch (UnknownHostException | IllegalArgumentException _) {
            throw new UsageException(
                    "unknown host: %s (in %s). Check the name, or this machine's DNS."
                            .formatted(host, target),
                    ExitCode.FAILED);
        }
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
    private static void connect(String target, List<InetAddress> addresses, int port) {
        var reason = "";
        for (var address : addresses) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
                return;
            } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        throw new UsageException(
                "cannot reach %s: %s. Start the server, check host and port, or run anyway with --no-preflight."
                        .formatted(target, reason),
                ExitCode.FAILED);
    }
}
