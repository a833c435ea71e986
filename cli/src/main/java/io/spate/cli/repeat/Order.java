package io.spate.cli.repeat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** In which order variants run. */
final class Order {
    private Order() {}

    /**
     * Rounds of one run of each variant, each round in an order of its own: what changes slowly
     * while the runs go on, such as the load of the machine, then touches all variants alike.
     */
    static List<Variant> of(List<Variant> variants, int times, long seed) {
        var random = new Random(seed);
        var order = new ArrayList<Variant>();
        for (int round = 0; round < times; round++) {
            var next = new ArrayList<>(variants);
            Collections.shuffle(next, random);
            order.addAll(next);
        }
        return order;
    }
}
