package io.spate.output.postgres;

import io.spate.output.delivery.Address;
import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.SecondsOutput;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.OutputType;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** {@code postgres=postgresql://HOST:5432/DATABASE}: PostgreSQL, and TimescaleDB upon it. */
public final class PostgresType implements OutputType {
    private static final String PREFIX = "SPATE_POSTGRES_";
    private static final int PORT = 5_432;

    /** Of libpq, which the driver knows by the same names. */
    private static final List<String> FILES = List.of("sslrootcert", "sslcert", "sslkey");

    private static final List<String> SETTINGS =
            List.of("schema", "histograms", "sslmode", "sslrootcert", "sslcert", "sslkey");
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final Pattern SCHEMA_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

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
        Address address;
        try {
            address = Address.parse(given, "postgresql", "postgres");
        } catch (IllegalArgumentException e) {
            throw new WrongOutputException("--out postgres: " + e.getMessage());
        }
        var settings = new Settings("postgres", address.query(), env, PREFIX);
        settings.only(SETTINGS);
        var path = address.uri().getRawPath();
        if (path.length() < 2 || path.indexOf('/', 1) >= 0) {
            throw new WrongOutputException(
                    "--out postgres: name a database: postgresql://HOST:5432/DATABASE");
        }
        int port = address.uri().getPort() < 0 ? PORT : address.uri().getPort();
        var server = "%s:%d%s".formatted(address.uri().getHost(), port, path);
        var schema = settings.text("schema", "SCHEMA");
        if (schema.filter(it -> !SCHEMA_NAME.matcher(it).matches()).isPresent()) {
            throw settings.wrong(
                    "schema", "SCHEMA", "of lower-case letters, digits and _", schema.get());
        }
        return new Plan(
                server,
                connection(address, settings),
                schema,
                settings.text("histograms", "HISTOGRAMS").isEmpty()
                        || settings.flag("histograms", "HISTOGRAMS"));
    }

    private static Properties connection(Address address, Settings settings) {
        var connection = new Properties();
        set(
                connection,
                "user",
                Optional.of(address.user()),
                settings.text("", "USER"),
                Optional.ofNullable(settings.env().get("PGUSER")));
        set(
                connection,
                "password",
                Optional.of(address.password()),
                settings.text("", "PASSWORD"),
                Optional.ofNullable(settings.env().get("PGPASSWORD")));
        set(
                connection,
                "sslmode",
                settings.oneOf("sslmode", "SSLMODE", SSL_MODES, it -> it),
                Optional.ofNullable(settings.env().get("PGSSLMODE")));
        for (var file : FILES) {
            set(connection, file, settings.text(file, ""));
        }
        return connection;
    }

    /** A property with the first of some values that there is. */
    @SafeVarargs
    private static void set(Properties into, String property, Optional<String>... values) {
        for (var value : values) {
            if (value.isPresent() && !value.get().isEmpty()) {
                into.setProperty(property, value.get());
                return;
            }
        }
    }

    /** Has a password, which must not be shown. */
    private static final class Plan implements OutputPlan {
        private final String server;
        private final Properties connection;
        private final Optional<String> schema;
        private final boolean histograms;

        Plan(String server, Properties connection, Optional<String> schema, boolean histograms) {
            this.server = server;
            this.connection = connection;
            this.schema = schema;
            this.histograms = histograms;
        }

        @Override
        public String shown() {
            return "postgres (%s)".formatted(server);
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
                            new Link("jdbc:postgresql://" + server, connection, schema),
                            new RunRow(run.test(), run.ticker().instant()),
                            new Rows(histograms)),
                    run.ticker(),
                    run.messages());
        }
    }
}
