package io.spate.net;

import io.spate.net.NetException.Kind;
import java.net.InetSocketAddress;

/** Why a connection could not be made, in the words of a report. */
final class ConnectFailures {
    private ConnectFailures() {}

    static NetException refused(InetSocketAddress address) {
        return new NetException(Kind.CONNECT_REFUSED, "connection refused: " + text(address));
    }

    static NetException timedOut(InetSocketAddress address) {
        return new NetException(Kind.CONNECT_TIMEOUT, "connecting timed out: " + text(address));
    }

    static NetException unreachable(InetSocketAddress address) {
        return new NetException(Kind.CONNECT_FAILED, "no route to " + text(address));
    }

    static NetException tooManyFiles(InetSocketAddress address) {
        return other(address, NetException.TOO_MANY_FILES + ", raise the limit with ulimit -n");
    }

    static NetException noLocalPort(InetSocketAddress address) {
        return other(
                address,
                NetException.NO_LOCAL_PORT + ", keep connections open or use more addresses");
    }

    static NetException other(InetSocketAddress address, String reason) {
        return new NetException(
                Kind.CONNECT_FAILED, "cannot connect to " + text(address) + ": " + reason);
    }

    /** The literal address and port. */
    static String text(InetSocketAddress address) {
        String ip = address.getAddress().getHostAddress();
        return (ip.contains(":") ? "[" + ip + "]:" : ip + ":") + address.getPort();
    }
}
