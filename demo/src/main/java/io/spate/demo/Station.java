package io.spate.demo;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A service station in the sense of queueing theory: a number of places, and a line in front of
 * them. A job holds its place for as long as it takes; the next in line moves up. So overload shows
 * as time spent waiting, as on a real server.
 */
final class Station {
    /** Jobs that may wait; one more is turned away. */
    static final int WAITING_MAX = 65_536;

    private final int places;
    private final Timer timer;
    private final Queue<Job> line = new ArrayDeque<>();
    private int inService;
    private long turnedAway;
    private boolean admitting;

    /** With a number of places; 0 is unlimited. */
    Station(int places, Timer timer) {
        this.places = places == 0 ? Integer.MAX_VALUE : places;
        this.timer = timer;
    }

    /** Calls back after a time, on the caller's thread. */
    @FunctionalInterface
    interface Timer {
        void after(long nanos, Runnable task);
    }

    /** A request for service. */
    interface Job {
        /** The job takes its place; returns how long it keeps it. */
        long begin();

        /** The job has left its place. */
        void finish();

        /** The line is full. */
        void turnAway();
    }

    void submit(Job job) {
        if (line.size() >= WAITING_MAX) {
            turnedAway++;
            job.turnAway();
            return;
        }
        line.add(job);
        admit();
    }

    int inService() {
        return inService;
    }

    int waiting() {
        return line.size();
    }

    long turnedAway() {
        return turnedAway;
    }

    /**
     * A loop and not a recursion: jobs that take no time would nest as deep as the line is long.
     */
    private void admit() {
        if (admitting) {
            return;
        }
        admitting = true;
        while (inService < places) {
            Job job = line.poll();
            if (job == null) {
                break;
            }
            inService++;
            long nanos = job.begin();
            if (nanos == 0) {
                leave(job);
            } else {
                timer.after(nanos, () -> leave(job));
            }
        }
        admitting = false;
    }

    private void leave(Job job) {
        inService--;
        job.finish();
        admit();
    }
}
