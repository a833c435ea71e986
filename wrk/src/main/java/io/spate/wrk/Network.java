package io.spate.wrk;

import io.spate.net.NetOptions.Gate;
import io.spate.wrk.script.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Looks names up and tries addresses before the test, within what may be loaded. An address that an
 * admitted name has led to is admitted too. Safe for use by any thread.
 */
final class Network implements Gate {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final Map<String, Integer> PORTS =
            Map.of("http", 80, "https", 443, "ftp", 21, "ws", 80, "wss", 443);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private final Gate gate;
    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private volatile String lastProblem = "Success";

    Network(Gate gate) {
        this.gate = gate;
    }

    @Override
    public boolean admits(String host) {
        return found.contains(host) || gate.admits(host);
    }

    /** Why the last address could not be connected to, in the system's words. */
    String lastProblem() {
        return lastProblem;
    }

    List<Address> lookup(String host, String service) {
        int port = port(host, service);
        if (!gate.admits(host)) {
            throw new WrkFailure(host + " is not among the allowed targets");
        }
        try {
            List<Address> addresses =
                    Arrays.stream(InetAddress.getAllByName(host))
                            .map(it -> new Address(it.getHostAddress(), port))
                            .toList();
            addresses.forEach(it -> found.add(it.host()));
            return addresses;
        } catch (UnknownHostException _) {
            throw unresolved(host, service, "Name or service not known");
        }
    }

    private static int port(String host, String service) {
        if (NUMBER.matcher(service).matches()) {
            return Integer.parseInt(service);
        }
        return Optional.ofNullable(PORTS.get(service))
                .orElseThrow(
                        () -> unresolved(host, service, "Servname not supported for ai_socktype"));
    }

    private static WrkFailure unresolved(String host, String service, String why) {
        return new WrkFailure("unable to resolve %s:%s %s".formatted(host, service, why));
    }

    boolean connect(Address address) {
        if (!admits(address.host())) {
            lastProblem = "Not among the allowed targets";
            return false;
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            lastProblem = String.valueOf(e.getMessage()).replaceFirst(" \\(.*", "");
            return false;
        }
    }
}
