package io.spate.locust.host;

import io.spate.locust.stats.StatsBook;
import io.spate.metrics.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The Pythons of a run, which share its users. Each is on a loop of its own; the first one stands
 * for all of them before the script and in the figures. Any thread, but for {@link #whole}, which
 * belongs to the first one's loop.
 */
public final class Crew {
    private final int size;
    private final StatsBook whole;
    private final Ticker ticker;
    private final AtomicReferenceArray<State> states;
    private final AtomicInteger busy;
    private final List<Member> members = new CopyOnWriteArrayList<>();

    /**
     * A crew without members yet.
     *
     * @param size how many there are to be
     */
    public Crew(int size, Ticker ticker) {
        this.size = size;
        this.ticker = ticker;
        this.whole = new StatsBook(ticker);
        this.states = new AtomicReferenceArray<>(size);
        this.busy = new AtomicInteger(size);
    }

    /** One of the Pythons, as the others know it. Any thread. */
    public interface Member {
        /** Takes a message of a script. */
        void deliver(String type, String json, int from);

        /** Ends its part of the run. */
        void end();
    }

    /** What a member says of itself each second. */
    private record State(StatsBook stats, int users) {}

    /** Takes one up; in their order, before the run. */
    public void join(Member member) {
        members.add(member);
    }

    public int size() {
        return size;
    }

    /** Begins one more run. */
    public void begins() {
        for (int i = 0; i < size; i++) {
            states.set(i, null);
        }
        busy.set(size);
    }

    /** Takes the figures of one, a copy. */
    public void reports(int index, StatsBook stats, int users) {
        states.set(index, new State(stats, users));
    }

    /** Says that one has ended and reports no more. */
    public void ends() {
        busy.decrementAndGet();
    }

    /** Whether others than the one that asks still run. */
    boolean othersRun() {
        return busy.get() > 1;
    }

    /** The figures of all; for the first one. */
    public StatsBook whole() {
        return whole;
    }

    /** Takes together what all have reported. */
    public void gather() {
        var parts = new ArrayList<StatsBook>();
        for (int i = 0; i < size; i++) {
            var state = states.get(i);
            if (state != null) {
                parts.add(state.stats);
            }
        }
        whole.become(parts);
    }

    /** How many users there are in all. */
    public int users() {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            var state = states.get(i);
            sum += state == null ? 0 : state.users;
        }
        return sum;
    }

    /** A copy of figures, to report. */
    public StatsBook copy(StatsBook stats) {
        var copy = new StatsBook(ticker);
        copy.become(List.of(stats));
        return copy;
    }

    /** Brings a message to one member, or to all but the one it comes from. */
    void tell(String type, String json, int from, int to) {
        for (int i = 0; i < members.size(); i++) {
            if (i != from && (to < 0 || to == i)) {
                members.get(i).deliver(type, json, from);
            }
        }
    }

    /** Ends the run of all but one. */
    public void endOthers(int but) {
        for (int i = 0; i < members.size(); i++) {
            if (i != but) {
                members.get(i).end();
            }
        }
    }
}
