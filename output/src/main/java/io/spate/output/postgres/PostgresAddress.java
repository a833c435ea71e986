package io.spate.output.postgres;

import io.spate.output.delivery.Address;
import io.spate.output.type.Settings;
import io.spate.output.type.WrongOutputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A database in PostgreSQL as a user names it: by an address and by variables. */
public final class PostgresAddress {
    private static final String PREFIX = "SPATE_POSTGRES_";
    private static final int PORT = 5_432;

    /** Of libpq, which the driver knows by the same names. */
    private static final List<String> FILES = List.of("sslrootcert", "sslcert", "sslkey");

    private static final List<String> SETTINGS =
            List.of("schema", "sslmode", "sslrootcert", "sslcert", "sslkey");
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final Pattern SCHEMA_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private final String server;
    private final Map<String, String> properties;
    private final Optional<String> schema;
    private final Settings settings;

    private PostgresAddress(
            String server,
            Map<String, String> properties,
            Optional<String> schema,
            Settings settings) {
        this.server = server;
        this.properties = Map.copyOf(properties);
        this.schema = schema;
        this.settings = settings;
    }

    /**
     * Reads an address.
     *
     * @param flag that it stands behind, such as {@code --store}
     * @param env the environment's variables, among which may be user and password
     * @throws WrongOutputException saying what is wrong, without what is secret
     */
    public static PostgresAddress parse(String flag, String text, Map<String, String> env) {
        return parse(flag, text, env, List.of());
    }

    /**
     * The same.
     *
     * @param more names of settings that may stand in it
     */
    static PostgresAddress parse(
            String output, String text, Map<String, String> env, List<String> more) {
        var label = output.startsWith("--") ? output : "--out " + output;
        Address address;
        try {
            address = Address.parse(text, "postgresql", "postgres");
        } catch (IllegalArgumentException e) {
            throw new WrongOutputException(label + ": " + e.getMessage());
        }
        var settings = new Settings(output, address.query(), env, PREFIX);
        var names = new ArrayList<>(SETTINGS);
        names.addAll(more);
        settings.only(names);
        var path = address.uri().getRawPath();
        if (path.length() < 2 || path.indexOf('/', 1) >= 0) {
            throw new WrongOutputException(
                    label + ": name a database: postgresql://HOST:5432/DATABASE");
        }
        int port = address.uri().getPort() < 0 ? PORT : address.uri().getPort();
        var schema = settings.text("schema", "SCHEMA");
        if (schema.filter(it -> !SCHEMA_NAME.matcher(it).matches()).isPresent()) {
            throw settings.wrong(
                    "schema", "SCHEMA", "of lower-case letters, digits and _", schema.get());
        }
        return new PostgresAddress(
                "%s:%d%s".formatted(address.uri().getHost(), port, path),
                properties(address, settings),
                schema,
                settings);
    }

    private static Map<String, String> properties(Address address, Settings settings) {
        var properties = new HashMap<String, String>();
        set(
                properties,
                "user",
                Optional.of(address.user()),
                settings.text("", "USER"),
                Optional.ofNullable(settings.env().get("PGUSER")));
        set(
                properties,
                "password",
                Optional.of(address.password()),
                settings.text("", "PASSWORD"),
                Optional.ofNullable(settings.env().get("PGPASSWORD")));
        set(
                properties,
                "sslmode",
                settings.oneOf("sslmode", "SSLMODE", SSL_MODES, it -> it),
                Optional.ofNullable(settings.env().get("PGSSLMODE")));
        for (var file : FILES) {
            set(properties, file, settings.text(file, ""));
        }
        return properties;
    }

    /** A property with the first of some values that there is. */
    @SafeVarargs
    private static void set(Map<String, String> into, String property, Optional<String>... values) {
        for (var value : values) {
            if (value.isPresent() && !value.get().isEmpty()) {
                into.put(property, value.get());
                return;
            }
        }
    }

    /** Host, port and database: {@code localhost:5432/spate}. */
    public String server() {
        return server;
    }

    /** Of the driver: user, password, which must not be shown, and how to encrypt. */
    public Map<String, String> properties() {
        return properties;
    }

    /** Where tables are, rather than the user's first. */
    public Optional<String> schema() {
        return schema;
    }

    Settings settings() {
        return settings;
    }
}
