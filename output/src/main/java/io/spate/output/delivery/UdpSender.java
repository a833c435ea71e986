package io.spate.output.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/**
 * Sends packets to one server by UDP: whether they arrive is known only where it refuses them.
 * Belongs to one thread.
 */
public final class UdpSender implements AutoCloseable {
    /** So much goes through an Ethernet in one piece. */
    public static final int BYTES_MAX = 1_400;

    private final String host;
    private final int port;
    private @Nullable DatagramChannel channel;

    /** For a server; looks its name up when there is something to send. */
    public UdpSender(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Sends a packet. */
    public void send(byte[] packet) throws SendException {
        try {
            open().write(ByteBuffer.wrap(packet));
        } catch (PortUnreachableException _) {
            throw SendException.passing("refuses packets");
        } catch (IOException e) {
            throw SendException.passing("cannot be reached: " + e.getMessage());
        }
    }

    private DatagramChannel open() throws IOException, SendException {
        var open = channel;
        if (open == null) {
            var address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw SendException.passing("the name of its host is not known");
            }
            open = DatagramChannel.open().connect(address);
            channel = open;
        }
        return open;
    }

    @Override
    public void close() {
        var open = channel;
        channel = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException _) {
            // Nothing is kept in it.
        }
    }
}
