package io.spate.script.data;

import io.spate.script.chance.Permutation;
import io.spate.script.chance.Seeds;
import io.spate.script.feed.Feeder;
import io.spate.script.feed.Feeder.AtEnd;
import io.spate.script.feed.Feeder.Order;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deals the rows of a table out to the virtual users of one scenario. Any thread, without locks.
 */
public final class Feed {
    /** What is given in place of a row after the last one. */
    public static final int NO_MORE = -1;

    private final String name;
    private final Table table;
    private final Order order;
    private final boolean stops;
    private final boolean byKey;
    private final long seed;
    private final Permutation permutation;
    private final AtomicLong next = new AtomicLong();

    /**
     * A feed from its first row on.
     *
     * @param byKey whether keys of iterations are their numbers from 0, as they are where
     *     iterations start at a rate
     * @param seed what a random order follows from
     * @throws IllegalArgumentException where the feeder contradicts itself
     */
    public Feed(Feeder feeder, Table table, boolean byKey, long seed) {
        if (feeder.order() == Order.RANDOM && feeder.atEnd() == AtEnd.STOP) {
            throw new IllegalArgumentException(
                    "random() draws rows for ever, so stop() never comes: use shuffle(), which"
                            + " gives each row once");
        }
        this.name = Table.name(feeder.source());
        this.table = table;
        this.order = feeder.order();
        this.stops = feeder.atEnd() == AtEnd.STOP;
        this.byKey = byKey;
        this.seed = seed;
        this.permutation = new Permutation(table.size());
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** Whether each virtual user keeps one row. */
    public boolean isPerUser() {
        return order == Order.UNIQUE_PER_USER;
    }

    /** How many virtual users can have a row at once. */
    public int usersMax() {
        return isPerUser() && stops ? table.size() : Integer.MAX_VALUE;
    }

    /**
     * The row of an iteration, or {@link #NO_MORE}.
     *
     * @param key of the iteration
     */
    public int rowOfIteration(long key) {
        return switch (order) {
            case RANDOM -> Seeds.below(table.size(), Seeds.of(seed, key));
            case SEQUENTIAL -> at(place(key));
            case SHUFFLE -> shuffled(place(key));
            case UNIQUE_PER_USER -> throw new IllegalStateException("its rows belong to users");
        };
    }

    /**
     * The row of a virtual user, or {@link #NO_MORE}.
     *
     * @param number of the user in its scenario, from 0
     */
    public int rowOfUser(long number) {
        return at(number);
    }

    /** Gives the fields of a row to a sink. */
    public void read(int row, Table.Sink sink) {
        table.read(row, sink);
    }

    private long place(long key) {
        return byKey ? key : next.getAndIncrement();
    }

    private int at(long place) {
        int size = table.size();
        return stops && place >= size ? NO_MORE : (int) (place % size);
    }

    private int shuffled(long place) {
        int row = at(place);
        return row == NO_MORE ? row : permutation.at(row, Seeds.of(seed, place / table.size()));
    }
}
