package io.spate.output.postgres;

import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.SecondsOutput;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import java.util.List;
import java.util.Map;

/** {@code postgres=postgresql://HOST:5432/DATABASE}: PostgreSQL, and TimescaleDB upon it. */
public final class PostgresType implements OutputType {
    private static final String PREFIX = "SPATE_POSTGRES_";

    @Override
    public List<String> names() {
        return List.of("postgres", "postgresql", "timescaledb");
    }

    @Override
    public String form() {
        return "postgres=postgresql://HOST:5432/DATABASE";
    }

    @Override
    public OutputPlan plan(String argument, Map<String, String> env) {
        var given =
                argument.isEmpty()
                        ? env.getOrDefault(PREFIX + "URL", "postgresql://localhost/")
                        : argument;
        var address = PostgresAddress.parse("postgres", given, env, List.of("histograms"));
        var settings = address.settings();
        return new Plan(
                address,
                settings.text("histograms", "HISTOGRAMS").isEmpty()
                        || settings.flag("histograms", "HISTOGRAMS"));
    }

    /** Has a password, which must not be shown. */
    private static final class Plan implements OutputPlan {
        private final PostgresAddress address;
        private final boolean histograms;

        Plan(PostgresAddress address, boolean histograms) {
            this.address = address;
            this.histograms = histograms;
        }

        @Override
        public String shown() {
            return "postgres (%s)".formatted(address.server());
        }

        @Override
        public boolean wantsSamples() {
            return false;
        }

        @Override
        public OpenOutput open(OutputContext run) {
            return new SecondsOutput(
                    shown(),
                    new PostgresCarrier(
                            new Link(
                                    "jdbc:postgresql://" + address.server(),
                                    address.properties(),
                                    address.schema()),
                            new RunRow(run.test(), run.ticker().instant()),
                            new Rows(histograms)),
                    run.ticker(),
                    run.messages());
        }
    }
}
