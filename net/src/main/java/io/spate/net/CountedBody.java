package io.spate.net;

/**
 * What a virtual thread runs, and what is told of its end. A class of its own, as each method that
 * a thread stands in costs memory while it is parked: a lambda would be one more.
 */
record CountedBody(Runnable body, Runnable ended) implements Runnable {
    @Override
    public void run() {
        try {
            body.run();
        } finally {
            ended.run();
        }
    }
}
