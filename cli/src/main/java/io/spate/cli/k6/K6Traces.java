package io.spate.cli.k6;

import io.spate.cli.process.UsageException;
import java.util.Arrays;
import java.util.Optional;

/** k6's {@code --traces-output}: {@code none}, {@code otel}, {@code otel=HOST:PORT,proto=http}. */
final class K6Traces {
    private static final String FORM = "none, otel or otel=HOST:PORT";

    private K6Traces() {}

    /**
     * The output that sends what is asked for: a span of each request, and no metrics.
     *
     * @throws UsageException where it is none
     */
    static Optional<String> output(String text) {
        if (text.isEmpty() || text.equals("none")) {
            return Optional.empty();
        }
        var parts = text.split(",", -1);
        boolean plain = parts[0].equals("otel");
        if (!plain && !parts[0].startsWith("otel=")) {
            throw new UsageException(
                    "--traces-output must be %s, not '%s'".formatted(FORM, parts[0]));
        }
        for (var setting : Arrays.asList(parts).subList(1, parts.length)) {
            check(setting);
        }
        var place = plain ? "localhost:4318" : parts[0].substring("otel=".length());
        var address = place.contains("://") ? place : "http://" + place;
        return Optional.of("opentelemetry=" + address + "?traces=100%&metrics=false");
    }

    private static void check(String setting) {
        if (setting.equals("proto=grpc")) {
            throw new UsageException(
                    "--traces-output: gRPC is not spoken; write proto=http, and the receiver's port"
                            + " for HTTP, mostly 4318");
        }
        if (!setting.equals("proto=http")) {
            int equals = setting.indexOf('=');
            throw new UsageException(
                    ("--traces-output: '%s' is not there: headers come from"
                                    + " OTEL_EXPORTER_OTLP_HEADERS")
                            .formatted(equals < 0 ? setting : setting.substring(0, equals)));
        }
    }
}
