package io.spate.net.dial;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.net.route.UnixSocket;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteOrder;

/**
 * Addresses as Linux wants them, each kind written over the last of its kind. The first two bytes
 * are the family.
 */
public final class SocketAddresses {
    private static final short AF_UNIX = 1;
    private static final short AF_INET = 2;
    private static final short AF_INET6 = 10;
    private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment address4;
    private final MemorySegment address6;
    private final MemorySegment path;

    /** In memory of an arena. */
    public SocketAddresses(Arena arena) {
        address4 = arena.allocate(16, Long.BYTES);
        address6 = arena.allocate(28, Long.BYTES);
        path = arena.allocate(2 + UnixSocket.PATH_BYTES_MAX + 1, Long.BYTES);
    }

    /** A {@code sockaddr_in}, {@code sockaddr_in6} or {@code sockaddr_un}. */
    public MemorySegment of(SocketAddress address) {
        return switch (address) {
            case InetSocketAddress inet -> of(inet.getAddress(), inet.getPort());
            case UnixDomainSocketAddress unix -> of(unix);
            default -> throw new IllegalArgumentException("no address of a socket: " + address);
        };
    }

    private MemorySegment of(InetAddress address, int port) {
        boolean is4 = address instanceof Inet4Address;
        MemorySegment target = is4 ? address4 : address6;
        target.fill((byte) 0);
        target.set(JAVA_SHORT, 0, is4 ? AF_INET : AF_INET6);
        target.set(PORT, 2, (short) port);
        byte[] bytes = address.getAddress();
        MemorySegment.copy(bytes, 0, target, JAVA_BYTE, is4 ? 4 : 8, bytes.length);
        if (address instanceof Inet6Address ip6) {
            target.set(JAVA_INT, 24, ip6.getScopeId());
        }
        return target;
    }

    private MemorySegment of(UnixDomainSocketAddress address) {
        byte[] bytes = address.getPath().toString().getBytes(UTF_8);
        path.fill((byte) 0);
        path.set(JAVA_SHORT, 0, AF_UNIX);
        MemorySegment.copy(bytes, 0, path, JAVA_BYTE, 2, bytes.length);
        return path;
    }
}
