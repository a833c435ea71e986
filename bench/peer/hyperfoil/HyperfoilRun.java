import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkData;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.core.parser.BenchmarkParser;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Runs a file of Hyperfoil in this JVM, without its controller: FILE NAME=VALUE... */
public class HyperfoilRun {
    public static void main(String[] arguments) throws Exception {
        Map<String, String> parameters =
                Arrays.stream(arguments)
                        .skip(1)
                        .map(it -> it.split("=", 2))
                        .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        Benchmark benchmark;
        try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
            benchmark = BenchmarkParser.instance().buildBenchmark(file, BenchmarkData.EMPTY, parameters);
        }
        var responses = new LongAdder();
        var wrong = new LongAdder();
        new LocalSimulationRunner(
                        benchmark,
                        (phase, step, metric, statistics, countDown) -> {
                            responses.add(statistics.responseCount);
                            wrong.add(
                                    statistics.invalid
                                            + statistics.connectionErrors
                                            + statistics.requestTimeouts
                                            + statistics.internalErrors);
                        },
                        null,
                        null)
                .run();
        System.out.println(responses + " responses, " + wrong + " wrong");
        System.exit(wrong.sum() > 0 ? 1 : 0);
    }
}
