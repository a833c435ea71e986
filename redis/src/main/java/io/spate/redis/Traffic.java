package io.spate.redis;

/** What went over the network, with what secures it. Belongs to a loop. */
final class Traffic {
    private long in;
    private long out;

    void add(long received, long sent) {
        in += received;
        out += sent;
    }

    long bytesIn() {
        return in;
    }

    long bytesOut() {
        return out;
    }
}
