package io.spate.net.dial;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a socket is connected to.
 *
 * @param address of the peer: an {@link InetSocketAddress} or a {@link UnixDomainSocketAddress}
 * @param source the address of this machine to connect from; null where it does not matter
 */
public record Destination(SocketAddress address, @Nullable InetAddress source) {

    /** A TCP port, from whichever address of this machine. */
    public static Destination of(InetAddress address, int port) {
        return new Destination(new InetSocketAddress(address, port), null);
    }

    /** A socket in the file system. */
    public static Destination of(UnixDomainSocketAddress address) {
        return new Destination(address, null);
    }

    /** The same from an address of this machine. */
    public Destination from(@Nullable InetAddress address) {
        return new Destination(this.address, address);
    }

    /** The literal address, without a port, or the path. */
    public String host() {
        return address instanceof InetSocketAddress inet
                ? inet.getAddress().getHostAddress()
                : "unix:" + address;
    }

    /** The literal address and port, or the path. */
    @Override
    public String toString() {
        if (address instanceof InetSocketAddress inet) {
            String ip = host();
            return (ip.contains(":") ? "[" + ip + "]:" : ip + ":") + inet.getPort();
        }
        return host();
    }
}
