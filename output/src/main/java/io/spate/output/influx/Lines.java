package io.spate.output.influx;

import io.spate.output.delivery.Parcel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines that become parcels of a bounded number. Belongs to one thread. */
final class Lines {
    private static final int CHUNK = 1 << 16;

    private final int pointsMax;
    private final List<Parcel<byte[]>> full = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(CHUNK);
    private int points;

    Lines(int pointsMax) {
        this.pointsMax = pointsMax;
    }

    /** Where the next line is to be written. */
    StringBuilder text() {
        return text;
    }

    /** Ends a line. */
    void end() {
        text.append('\n');
        points++;
        if (points == pointsMax) {
            pack();
        }
    }

    private void pack() {
        if (points > 0) {
            full.add(new Parcel<>(text.toString().getBytes(StandardCharsets.UTF_8), points));
            text.setLength(0);
            points = 0;
        }
    }

    /** Whether there is a parcel with as many lines as there may be. */
    boolean hasFull() {
        return !full.isEmpty();
    }

    /** Takes away those with as many lines as there may be. */
    List<Parcel<byte[]>> takeFull() {
        var parcels = List.copyOf(full);
        full.clear();
        return parcels;
    }

    /** Takes away all. */
    List<Parcel<byte[]>> take() {
        pack();
        return takeFull();
    }
}
