package io.spate.net.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UringPollerTest {
    @Test
    void oneThatNoLoopTookLeavesNothingOpen() throws IOException {
        assumeTrue(NativeSockets.areAvailable(), "io_uring needs Linux");
        new UringPoller().close(); // loads what stays loaded
        long before = openFiles();
        for (int i = 0; i < 20; i++) {
            new UringPoller().close();
        }
        assertThat(openFiles()).isLessThan(before + 10);
    }

    private static long openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
