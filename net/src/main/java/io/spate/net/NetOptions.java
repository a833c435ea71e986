package io.spate.net;

/**
 * How loops move bytes.
 *
 * @param transport which way to the operating system
 */
public record NetOptions(Transport transport) {
    /** The best transport of this machine. */
    public static final NetOptions DEFAULT = new NetOptions(Transport.AUTO);

    /** A way to the operating system's sockets. */
    public enum Transport {
        /** The first of the others that works here. */
        AUTO,
        /** Linux epoll by direct system calls. */
        EPOLL,
        /** The JDK's selector; everywhere. */
        NIO
    }
}
