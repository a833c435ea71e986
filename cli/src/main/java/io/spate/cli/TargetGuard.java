package io.spate.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks at the target before the load: whether it is allowed, whether it is public, whether it
 * answers.
 */
final class TargetGuard {
    /** Hosts that may be loaded, separated by commas; {@code *.example.com} takes all below. */
    static final String ALLOWED = "SPATE_ALLOWED_TARGETS";

    private static final int PATIENCE_MILLIS = 3000;

    private final Map<String, String> env;
    private final Consumer<String> warning;

    TargetGuard(Map<String, String> env, Consumer<String> warning) {
        this.env = env;
        this.warning = warning;
    }

    /**
     * Checks a target's URL.
     *
     * @param connect whether to see if something listens there
     * @throws UsageException where the load must not or cannot start
     */
    void check(String target, boolean connect) {
        if (target.isEmpty()) {
            return;
        }
        var uri = URI.create(target);
        var host = Optional.ofNullable(uri.getHost()).orElse("");
        if (!isAllowed(host)) {
            throw new UsageException(
                    "%s is not among the allowed targets (%s=%s)"
                            .formatted(host, ALLOWED, env.get(ALLOWED)));
        }
        var address = resolve(host, target);
        if (isPublic(address)) {
            warning.accept(
                    "WARNING: %s (%s) is a public address. Load only what you are allowed to load."
                            .formatted(host, address.getHostAddress()));
        }
        if (connect) {
            connect(target, new InetSocketAddress(address, portOf(uri)));
        }
    }

    private boolean isAllowed(String host) {
        var allowed = env.get(ALLOWED);
        return allowed == null
                || allowed.isBlank()
                || Arrays.stream(allowed.split(",", -1))
                        .map(String::strip)
                        .anyMatch(
                                pattern ->
                                        pattern.startsWith("*.")
                                                ? host.endsWith(pattern.substring(1))
                                                : host.equalsIgnoreCase(pattern));
    }

    private static InetAddress resolve(String host, String target) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException _) {
            throw new UsageException(
                    "unknown host: %s (in %s). Check the name, or this machine's DNS."
                            .formatted(host, target),
                    ExitCode.FAILED);
        }
    }

    /** Whether an address belongs to the open internet. */
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        var uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        var sharedCarrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return List.of(
                        address.isLoopbackAddress(),
                        address.isSiteLocalAddress(),
                        address.isLinkLocalAddress(),
                        address.isAnyLocalAddress(),
                        address.isMulticastAddress(),
                        uniqueLocal,
                        sharedCarrier)
                .stream()
                .noneMatch(it -> it);
    }

    private static void connect(String target, InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot reach %s: %s. Start the server, check host and port, or run anyway with --no-preflight."
                            .formatted(target, e.getMessage()),
                    ExitCode.FAILED);
        }
    }

    private static int portOf(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
