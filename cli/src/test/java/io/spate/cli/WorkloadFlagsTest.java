package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What flags make of the workload of a URL, as the command tells it. */
class WorkloadFlagsTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-u 5 -d 1m                     | 5 looping VUs for 1m0s",
                "-u 5 --iterations-per-user 3   | 3 iterations for each of 5 VUs",
                "--rate-stage 30s:50,1m:50      | Up to 50.00 iterations/s for 1m30s over 2 stages",
                "-r 5 -d 1m --poisson           | 5.00 iterations/s for 1m0s",
                "-u 20 -d 1m --spawn-rate 2     | Up to 20 looping VUs for 1m0s over",
                "-u 20 -d 1m --ramp-up 30s      | Up to 20 looping VUs for 1m0s over",
                "-u 100 --step 1m:25            | 25 to 100 looping VUs for 4m0s, 25 more every 1m0s",
                "-u 3 -d 1m --burst 10:0.5s..2s | 3 VUs in bursts of 10 iterations for 1m0s",
                "--type smoke -u 7 -d 20s       | 7 looping VUs for 20s",
                "--type spike -u 100 -d 10m     | Up to 100 looping VUs for 10m0s over",
                "--level heavy                  | Up to 100 looping VUs for 3m0s over",
                "--level heavy -u 40 -d 1m      | Up to 40 looping VUs for 1m0s over",
                "--scale small                  | 50 looping VUs for 5m0s",
                "--pattern burst -u 4 -d 1m     | 4 VUs in bursts of 10 iterations for 1m0s",
            })
    void flagsMakeAWorkload(String flags, String description) {
        var arguments = ("validate http://localhost:1/ " + flags).split(" ");

        var outcome = new FakeProcess(folder).run(arguments);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("* default: " + description);
    }
}
