package io.spate.cli.process;

import io.spate.net.EventLoop;
import io.spate.net.NetOptions;
import io.spate.store.RunStore;
import io.spate.store.StoreLocation;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Loads what every run needs while its test is still being read: on machines with a second core the
 * run then begins sooner.
 */
public final class Ahead {
    private Ahead() {}

    /**
     * Begins to load, and returns at once. What fails here fails again where it is needed, and is
     * told there.
     *
     * @param history where the run will be kept, if it will
     */
    public static void load(NetOptions net, Optional<StoreLocation> history) {
        begin(
                () -> {
                    // Its class works out tables of powers first, which takes 13 ms.
                    var _ = BigDecimal.ONE;
                    quietly(() -> EventLoop.start("ahead", net).close());
                    history.ifPresent(it -> quietly(() -> RunStore.load(it)));
                });
    }

    /** Begins to load something else, and returns at once. */
    public static void begin(Runnable loading) {
        Thread.ofPlatform().daemon().name("ahead").start(() -> quietly(loading));
    }

    private static void quietly(Runnable loading) {
        try {
            loading.run();
        } catch (RuntimeException _) {
            // The run will say so, if it comes that far.
        }
    }
}
