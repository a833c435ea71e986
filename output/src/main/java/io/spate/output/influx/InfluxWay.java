package io.spate.output.influx;

import io.spate.output.delivery.HttpSender;
import io.spate.output.delivery.SendException;
import io.spate.output.delivery.UdpSender;
import java.util.Arrays;

/** How lines get to a database. Belongs to one thread. */
sealed interface InfluxWay extends AutoCloseable permits InfluxWay.ByHttp, InfluxWay.ByUdp {
    /** Makes the database where it is not there. */
    void prepare() throws SendException, InterruptedException;

    /** How lines are written. */
    LineProtocol protocol();

    /** Writes lines. */
    void write(byte[] lines) throws SendException, InterruptedException;

    @Override
    void close();

    /** By requests, each of which is answered. */
    record ByHttp(InfluxServer server, HttpSender sender) implements InfluxWay {
        @Override
        public void prepare() throws SendException, InterruptedException {
            server.prepare(sender);
        }

        @Override
        public LineProtocol protocol() {
            return server.protocol();
        }

        @Override
        public void write(byte[] lines) throws SendException, InterruptedException {
            server.write(sender, lines);
        }

        @Override
        public void close() {
            sender.close();
        }
    }

    /** By packets of whole lines, whose database the server's settings name. */
    record ByUdp(UdpSender sender) implements InfluxWay {
        @Override
        public void prepare() {}

        @Override
        public LineProtocol protocol() {
            return LineProtocol.FIRST;
        }

        @Override
        public void write(byte[] lines) throws SendException {
            for (int from = 0; from < lines.length; ) {
                int to = end(lines, from);
                sender.send(Arrays.copyOfRange(lines, from, to));
                from = to;
            }
        }

        /** Behind the last line that fits; a line that alone does not fit goes as it is. */
        private static int end(byte[] lines, int from) {
            int end = from;
            for (int i = from; i < lines.length; i++) {
                if (lines[i] == '\n') {
                    if (i + 1 - from > UdpSender.BYTES_MAX && end > from) {
                        return end;
                    }
                    end = i + 1;
                }
            }
            return end > from ? end : lines.length;
        }

        @Override
        public void close() {
            sender.close();
        }
    }
}
