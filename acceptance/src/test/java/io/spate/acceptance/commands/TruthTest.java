package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.commands.Command.Outcome;
import io.spate.acceptance.reliability.RawServer;
import io.spate.acceptance.reliability.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Spate measures, against servers that know it. The bounds are wide, since other work may run
 * on the machine; bench/truth measures the same to one percent.
 */
@Timeout(120)
class TruthTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    /**
     * A machine that does other things too delays what is measured; but not half of it by so much.
     */
    private static final double SLACK_MILLIS = 30;

    @TempDir Path folder;

    private JsonNode run(RawServer server, String... arguments) throws Exception {
        Path json = folder.resolve("results.json");
        String[] common = {"run", server.url() + "/", "--json", json.toString(), "--quiet"};
        String[] all = Arrays.copyOf(common, common.length + arguments.length);
        System.arraycopy(arguments, 0, all, common.length, arguments.length);
        Outcome outcome = Command.ofThisBuild().run(folder, all);
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        return JsonMapper.shared().readTree(Files.readString(json));
    }

    /** Waits for a log-normal time by a fixed seed, and notes how long that was in truth. */
    private static final class Delays {
        private final Random random = new Random(7);
        private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

        void serve(Wire wire) throws IOException {
            while (true) {
                wire.request();
                long startNanos = System.nanoTime();
                wire.pause(next());
                nanos.add(System.nanoTime() - startNanos);
                wire.send(OK);
            }
        }

        private synchronized int next() {
            return (int) Math.round(20 * Math.exp(0.5 * random.nextGaussian()));
        }

        double percentileMillis(double percentile) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[(int) Math.ceil(sorted.length * percentile / 100) - 1] / 1e6;
        }
    }

    private void percentilesAreThoseOfTheServer(String times, String... workload) throws Exception {
        var delays = new Delays();
        try (RawServer server = RawServer.start(delays::serve)) {
            JsonNode totals = run(server, workload).get("totals");

            assertThat(totals.get("requests").asLong()).isEqualTo(server.requests());
            assertThat(totals.get("failures").asLong()).isZero();
            JsonNode measured = totals.get(times);
            // A response cannot take less than the server took for it; 0.1 % is the histogram's.
            for (String[] each : new String[][] {{"med", "50"}, {"p90", "90"}, {"p99", "99"}}) {
                double truth = delays.percentileMillis(Double.parseDouble(each[1]));
                assertThat(measured.get(each[0]).asDouble()).isGreaterThan(truth * 0.999);
            }
            assertThat(measured.get("med").asDouble())
                    .isLessThan(delays.percentileMillis(50) + SLACK_MILLIS);
        }
    }

    @Test
    void closedPercentilesAreThoseOfTheServer() throws Exception {
        percentilesAreThoseOfTheServer("service_time_ms", "-u", "10", "-i", "1000");
    }

    @Test
    void openPercentilesAreThoseOfTheServer() throws Exception {
        percentilesAreThoseOfTheServer("response_time_ms", "--rate", "200", "-d", "4s");
    }

    /** Answers at once but for one second, in which nobody gets an answer. */
    private static RawServer stalling(int stallAtMillis) {
        var startNanos = new AtomicLong();
        return RawServer.start(
                wire -> {
                    while (true) {
                        wire.request();
                        long nowNanos = System.nanoTime();
                        startNanos.compareAndSet(0, nowNanos);
                        long millis = (nowNanos - startNanos.get()) / 1_000_000 - stallAtMillis;
                        if (millis >= 0 && millis < 1000) {
                            wire.pause((int) (1000 - millis));
                        }
                        wire.send(OK);
                    }
                });
    }

    @Test
    void anOpenRunShowsAStallInItsPercentiles() throws Exception {
        try (RawServer server = stalling(2000)) {
            JsonNode times =
                    run(server, "--rate", "200", "-d", "5s").at("/totals/response_time_ms");

            // One in five is due in the stall, and waits for the rest of it.
            assertThat(times.get("max").asDouble()).isGreaterThan(950);
            assertThat(times.get("p99_9").asDouble()).isGreaterThan(900);
            assertThat(times.get("p99").asDouble()).isGreaterThan(800);
            assertThat(times.get("p90").asDouble()).isGreaterThan(300);
        }
    }

    @Test
    void aClosedRunShowsAStallInItsMaximumAndWhereItIsCorrected() throws Exception {
        try (RawServer server = stalling(2000)) {
            JsonNode results = run(server, "-u", "2", "-d", "5s", "--think", "5ms");
            JsonNode times = results.at("/totals/service_time_ms");
            JsonNode corrected = results.at("/corrected/service_time_ms");

            assertThat(times.get("max").asDouble()).isGreaterThan(900);
            assertThat(times.get("p99").asDouble()).isLessThan(500);
            assertThat(corrected.get("p99").asDouble()).isGreaterThan(700);
            assertThat(corrected.get("p99_9").asDouble()).isGreaterThan(850);
        }
    }
}
