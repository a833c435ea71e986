package io.spate.net;

import java.util.ArrayList;
import java.util.List;

/** The connections of a loop that have something to send, at the end of a turn. This loop. */
final class FlushQueue {
    private List<PlainConnection> thisTurn = new ArrayList<>();
    private List<PlainConnection> nextTurn = new ArrayList<>();

    void add(PlainConnection connection) {
        thisTurn.add(connection);
    }

    /** Lets one wait for the turn after, which then is not to wait for events. */
    void addForNextTurn(PlainConnection connection) {
        nextTurn.add(connection);
    }

    boolean isEmpty() {
        return thisTurn.isEmpty();
    }

    /** Ends a turn. */
    void flush() {
        List<PlainConnection> due = thisTurn;
        for (int i = 0; i < due.size(); i++) {
            due.get(i).flush();
        }
        due.clear();
        thisTurn = nextTurn;
        nextTurn = due;
    }
}
