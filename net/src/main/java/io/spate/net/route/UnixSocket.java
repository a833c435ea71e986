package io.spate.net.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.UnixDomainSocketAddress;

/**
 * A socket in the file system.
 *
 * @param path of up to 107 bytes, as the operating systems have it
 */
public record UnixSocket(String path) {
    /** How long a path may be, in bytes of UTF-8. */
    public static final int PATH_BYTES_MAX = 107;

    public UnixSocket {
        int bytes = path.getBytes(UTF_8).length;
        if (bytes == 0 || bytes > PATH_BYTES_MAX || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "the path of a socket has 1 to %d bytes, and '%s' has %d"
                            .formatted(PATH_BYTES_MAX, path, bytes));
        }
    }

    /** Whether what stands in the place of a host is a path. */
    public static boolean isPath(String host) {
        return host.startsWith("/");
    }

    /** Its address. */
    public UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(path);
    }
}
