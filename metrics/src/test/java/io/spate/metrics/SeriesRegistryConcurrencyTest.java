package io.spate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesRegistryConcurrencyTest {
    private static final int SERIES = 2_000;

    @Test
    void threadsThatRegisterAtOnceGetTheSameNumbers() throws Exception {
        var registry = new SeriesRegistry(10_000);
        Callable<List<Integer>> registering =
                () ->
                        IntStream.range(0, SERIES)
                                .mapToObj(
                                        i ->
                                                registry.number(
                                                        new Series(
                                                                BuiltinMetrics.CHECKS,
                                                                Tags.of("check", "c" + i))))
                                .toList();
        var numbers = new ArrayList<List<Integer>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var future : threads.invokeAll(List.of(registering, registering, registering))) {
                numbers.add(future.get());
            }
        }

        assertThat(numbers.get(1)).isEqualTo(numbers.getFirst());
        assertThat(numbers.get(2)).isEqualTo(numbers.getFirst());
        assertThat(numbers.getFirst()).doesNotHaveDuplicates().hasSize(SERIES);
    }
}
