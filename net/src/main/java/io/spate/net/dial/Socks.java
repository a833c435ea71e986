package io.spate.net.dial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.net.route.Proxy;
import io.spate.net.route.Proxy.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Asks a SOCKS proxy for a way through: version 5 by RFC 1928 and RFC 1929, versions 4 and 4a by
 * their memos.
 */
public final class Socks {
    private static final int CONNECT = 1;
    private static final int NO_AUTHENTICATION = 0;
    private static final int USER_AND_PASSWORD = 2;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int GRANTED_4 = 0x5A;
    private static final int TEXT_BYTES_MAX = 255;

    private Socks() {}

    /**
     * Where to.
     *
     * @param host as the user wrote it
     * @param address null where the proxy is to look up the name
     */
    public record Target(String host, @Nullable InetAddress address, int port) {}

    /**
     * Returns once bytes go through to the target.
     *
     * @throws ProxyRefusedException where the proxy does not do it
     */
    public static void open(Pipe pipe, Proxy proxy, Target target) throws IOException {
        switch (proxy.scheme()) {
            case SOCKS4, SOCKS4A -> openByVersion4(pipe, proxy, target);
            case SOCKS5, SOCKS5H -> openByVersion5(pipe, proxy, target);
            case HTTP -> throw new IllegalArgumentException("not SOCKS: " + proxy);
        }
    }

    private static void openByVersion4(Pipe pipe, Proxy proxy, Target target) throws IOException {
        InetAddress address = target.address;
        if (address != null && !(address instanceof Inet4Address)) {
            throw new ProxyRefusedException("SOCKS 4 knows no IPv6, and the target has no other");
        }
        var message = new ByteArrayOutputStream();
        message.write(4);
        message.write(CONNECT);
        writePort(message, target.port);
        // An address that cannot be, by which 4a says that the name follows.
        message.writeBytes(address == null ? new byte[] {0, 0, 0, 1} : address.getAddress());
        message.writeBytes(proxy.credentials().map(Credentials::user).orElse("").getBytes(UTF_8));
        message.write(0);
        if (address == null) {
            message.writeBytes(target.host.getBytes(UTF_8));
            message.write(0);
        }
        pipe.write(message.toByteArray());
        if (pipe.read() != 0) {
            throw new ProxyRefusedException("it does not speak SOCKS 4");
        }
        int code = pipe.read();
        skip(pipe, 6);
        if (code != GRANTED_4) {
            throw new ProxyRefusedException(
                    switch (code) {
                        case 0x5B -> "rejected or failed (91)";
                        case 0x5C -> "it cannot reach the client's identd (92)";
                        case 0x5D -> "the client's identd names another user (93)";
                        default -> "code " + code;
                    });
        }
    }

    private static void openByVersion5(Pipe pipe, Proxy proxy, Target target) throws IOException {
        boolean named = proxy.credentials().isPresent();
        pipe.write(
                named
                        ? new byte[] {5, 2, NO_AUTHENTICATION, USER_AND_PASSWORD}
                        : new byte[] {5, 1, NO_AUTHENTICATION});
        checkVersion(pipe);
        int method = pipe.read();
        if (method == USER_AND_PASSWORD && named) {
            authenticate(pipe, proxy.credentials().orElseThrow());
        } else if (method != NO_AUTHENTICATION) {
            throw new ProxyRefusedException(
                    named ? "it takes no user and password" : "it wants a user and a password");
        }
        pipe.write(request(target));
        checkVersion(pipe);
        int code = pipe.read();
        skip(pipe, 1);
        int kind = pipe.read();
        skip(pipe, (kind == IPV4 ? 4 : kind == IPV6 ? 16 : pipe.read()) + 2);
        if (code != 0) {
            throw new ProxyRefusedException(reason(code));
        }
    }

    private static void checkVersion(Pipe pipe) throws IOException {
        if (pipe.read() != 5) {
            throw new ProxyRefusedException("it does not speak SOCKS 5");
        }
    }

    private static void authenticate(Pipe pipe, Credentials credentials) throws IOException {
        var message = new ByteArrayOutputStream();
        message.write(1);
        writeText(message, credentials.user());
        writeText(message, credentials.password());
        pipe.write(message.toByteArray());
        skip(pipe, 1);
        if (pipe.read() != 0) {
            throw new ProxyRefusedException("not this user and password");
        }
    }

    private static byte[] request(Target target) throws IOException {
        var message = new ByteArrayOutputStream();
        message.write(5);
        message.write(CONNECT);
        message.write(0);
        InetAddress address = target.address;
        if (address == null) {
            message.write(NAME);
            writeText(message, target.host);
        } else {
            message.write(address instanceof Inet4Address ? IPV4 : IPV6);
            message.writeBytes(address.getAddress());
        }
        writePort(message, target.port);
        return message.toByteArray();
    }

    private static void writeText(ByteArrayOutputStream message, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > TEXT_BYTES_MAX) {
            throw new ProxyRefusedException("SOCKS 5 has room for texts of 255 bytes");
        }
        message.write(bytes.length);
        message.writeBytes(bytes);
    }

    private static void writePort(ByteArrayOutputStream message, int port) {
        message.write(port >> Byte.SIZE);
        message.write(port);
    }

    private static void skip(Pipe pipe, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int _ = pipe.read();
        }
    }

    private static String reason(int code) {
        return switch (code) {
            case 1 -> "general failure (1)";
            case 2 -> "not allowed by its rules (2)";
            case 3 -> "network unreachable (3)";
            case 4 -> "host unreachable (4)";
            case 5 -> "connection refused (5)";
            case 6 -> "TTL expired (6)";
            case 7 -> "command not supported (7)";
            case 8 -> "address type not supported (8)";
            default -> "code " + code;
        };
    }
}
