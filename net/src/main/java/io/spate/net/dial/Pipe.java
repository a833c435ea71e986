package io.spate.net.dial;

import java.io.IOException;

/** The bytes to and from a proxy, before it lets those of others through. */
public interface Pipe {
    /** Sends bytes. */
    void write(byte[] bytes) throws IOException;

    /** Waits for the next byte, 0 to 255, and takes no byte beyond it. */
    int read() throws IOException;
}
