package io.spate.net;

/**
 * How loops move bytes.
 *
 * @param transport which way to the operating system
 * @param gate which hosts may be connected to
 */
public record NetOptions(Transport transport, Gate gate) {
    /** The best transport of this machine, to any host. */
    public static final NetOptions DEFAULT = new NetOptions(Transport.AUTO);

    /** With connections to any host. */
    public NetOptions(Transport transport) {
        this(transport, _ -> true);
    }

    /** A way to the operating system's sockets. */
    public enum Transport {
        /** The first of the others that works here. */
        AUTO,
        /** Linux epoll by direct system calls. */
        EPOLL,
        /** The JDK's selector; everywhere. */
        NIO
    }

    /**
     * Says which hosts may be connected to. Asked before each connection, ahead of the look-up of
     * the name, by any loop: it is safe for use by any thread and neither blocks nor takes a lock.
     */
    @FunctionalInterface
    public interface Gate {
        /** Whether a host may be connected to: a name or a literal address, without brackets. */
        boolean admits(String host);
    }
}
