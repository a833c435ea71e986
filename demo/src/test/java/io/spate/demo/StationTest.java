package io.spate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StationTest {
    private final Clock clock = new Clock();
    private final List<String> events = new ArrayList<>();

    /** A timer in virtual time. */
    private static final class Clock implements Station.Timer {
        private final PriorityQueue<Alarm> alarms =
                new PriorityQueue<>(Comparator.comparingLong(Alarm::nanos));
        private long nowNanos;

        private record Alarm(long nanos, Runnable task) {}

        @Override
        public void after(long nanos, Runnable task) {
            alarms.add(new Alarm(nowNanos + nanos, task));
        }

        void runAll() {
            for (Alarm alarm = alarms.poll(); alarm != null; alarm = alarms.poll()) {
                nowNanos = alarm.nanos();
                alarm.task().run();
            }
        }
    }

    private Station.Job job(String name, long nanos) {
        return new Station.Job() {
            @Override
            public long begin() {
                return nanos;
            }

            @Override
            public void finish() {
                events.add(name + "@" + clock.nowNanos);
            }

            @Override
            public void turnAway() {
                events.add(name + " turned away");
            }
        };
    }

    @Test
    void jobsBeyondTheCapacityWaitTheirTurn() {
        Station station = new Station(2, clock);
        for (String name : List.of("a", "b", "c", "d", "e")) {
            station.submit(job(name, 10));
        }
        assertThat(station.inService()).isEqualTo(2);
        assertThat(station.waiting()).isEqualTo(3);
        clock.runAll();
        assertThat(events).containsExactly("a@10", "b@10", "c@20", "d@20", "e@30");
        assertThat(station.inService()).isZero();
        assertThat(station.waiting()).isZero();
    }

    @Test
    void capacityZeroIsUnlimited() {
        Station station = new Station(0, clock);
        IntStream.range(0, 1_000).forEach(i -> station.submit(job("x", 10)));
        clock.runAll();
        assertThat(events).hasSize(1_000).containsOnly("x@10");
    }

    @Test
    void aLongLineOfJobsThatTakeNoTimeDoesNotNest() {
        Station station = new Station(1, clock);
        station.submit(job("first", 10));
        IntStream.range(0, Station.WAITING_MAX).forEach(i -> station.submit(job("x", 0)));
        clock.runAll();
        assertThat(events).hasSize(Station.WAITING_MAX + 1);
    }

    @Test
    void aFullLineTurnsJobsAway() {
        Station station = new Station(1, clock);
        IntStream.range(0, Station.WAITING_MAX + 1).forEach(i -> station.submit(job("x", 10)));
        station.submit(job("late", 10));
        assertThat(events).containsExactly("late turned away");
        assertThat(station.turnedAway()).isEqualTo(1);
        assertThat(station.waiting()).isEqualTo(Station.WAITING_MAX);
    }
}
