package io.spate.net.poll;

import io.spate.net.dial.Destination;
import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Why a connection could not be made, in the words of a report. */
public final class ConnectFailures {
    private static final String QUEUE_FULL = "its queue of connections is full";

    private ConnectFailures() {}

    public static NetException refused(Destination to) {
        return new NetException(Kind.CONNECT_REFUSED, "connection refused: " + to);
    }

    public static NetException timedOut(Destination to) {
        return new NetException(Kind.CONNECT_TIMEOUT, "connecting timed out: " + to);
    }

    public static NetException unreachable(Destination to) {
        return new NetException(Kind.CONNECT_FAILED, "no route to " + to);
    }

    public static NetException tooManyFiles(Destination to) {
        return other(to, NetException.TOO_MANY_FILES + ", raise the limit with ulimit -n");
    }

    public static NetException noLocalPort(Destination to) {
        return other(
                to, NetException.NO_LOCAL_PORT + ", keep connections open or use more addresses");
    }

    public static NetException other(Destination to, String reason) {
        return new NetException(Kind.CONNECT_FAILED, "cannot connect to " + to + ": " + reason);
    }

    /** The address to connect from is none of this machine's. */
    public static NetException notOurAddress(Destination to) {
        return other(to, "the source address is not this machine's: " + text(to.source()));
    }

    /** The server accepts too slowly; a socket in the file system does not wait for it. */
    public static NetException queueFull(Destination to) {
        return other(to, QUEUE_FULL);
    }

    /** Whether it failed as the server's queue of connections was full. */
    public static boolean isQueueFull(NetException e) {
        return String.valueOf(e.getMessage()).endsWith(QUEUE_FULL);
    }

    private static String text(@Nullable InetAddress source) {
        return source == null ? "any" : source.getHostAddress();
    }
}
