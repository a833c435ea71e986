package io.spate.store;

import io.spate.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the database, opened when there is something to do and again after it failed.
 * Safe for all threads, of which one works at a time.
 */
final class Database implements AutoCloseable {
    /** How long one who writes waits for another. */
    private static final int PATIENCE_MILLIS = 5_000;

    private final StoreLocation location;
    private final Schema schema;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private boolean prepared;

    Database(StoreLocation location, Schema schema) {
        this.location = location;
        this.schema = schema;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Looks something up. */
    <T> T read(Work<T> work) {
        return run(work, false);
    }

    /** Changes something, as a whole or not at all. */
    <T> T write(Work<T> work) {
        return run(work, true);
    }

    private <T> T run(Work<T> work, boolean transaction) {
        lock.lock();
        boolean done = false;
        try {
            var open = open();
            open.setAutoCommit(!transaction);
            var result = work.on(open);
            commit(open);
            done = true;
            return result;
        } catch (SQLException e) {
            throw Failures.of(location, e);
        } finally {
            if (!done) {
                close();
            }
            lock.unlock();
        }
    }

    /** Not by {@code commit}: SQLite's driver begins the next transaction with it, and locks. */
    static void commit(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    private Connection open() throws SQLException {
        var known = connection;
        if (known != null) {
            return known;
        }
        var open =
                switch (location) {
                    case StoreLocation.File(var path) -> file(path);
                    case StoreLocation.Server server -> server(server);
                };
        connection = open;
        if (!prepared) {
            schema.prepare(open, location);
            prepared = true;
        }
        if (location instanceof StoreLocation.File) {
            // Readers and a writer side by side; a process that is killed loses nothing by it.
            execute(open, "PRAGMA journal_mode = WAL");
            execute(open, "PRAGMA synchronous = NORMAL");
        }
        return open;
    }

    private static Connection file(Path path) throws SQLException {
        var folder = path.toAbsolutePath().getParent();
        try {
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            if (folder != null && folder.endsWith(".spate")) {
                hide(folder.resolve(".gitignore"));
            }
        } catch (IOException e) {
            throw new StoreException(
                    Kind.LASTING,
                    "cannot make the folder %s: %s. Name another place: --store FILE"
                            .formatted(folder, reason(e)),
                    e);
        }
        var properties = new Properties();
        properties.setProperty("busy_timeout", String.valueOf(PATIENCE_MILLIS));
        properties.setProperty("transaction_mode", "IMMEDIATE");
        return DriverManager.getConnection("jdbc:sqlite:" + path.toAbsolutePath(), properties);
    }

    /** What is measured does not belong among the sources. */
    private static void hide(Path ignore) throws IOException {
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
    }

    /** Loads SQLite's code; a server's answers take longer than its driver. */
    static void load(StoreLocation location) {
        switch (location) {
            case StoreLocation.File _ -> {
                try {
                    DriverManager.getConnection("jdbc:sqlite::memory:").close();
                } catch (SQLException e) {
                    throw Failures.of(location, e);
                }
            }
            case StoreLocation.Server _ -> {}
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof FileSystemException it && it.getReason() != null
                        ? it.getReason()
                        : String.valueOf(e.getMessage());
    }

    private static Connection server(StoreLocation.Server server) throws SQLException {
        var properties = new Properties();
        properties.putAll(server.properties());
        properties.setProperty("ApplicationName", "spate");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        server.schema().ifPresent(it -> properties.setProperty("currentSchema", it));
        return DriverManager.getConnection("jdbc:postgresql://" + server.address(), properties);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            var open = connection;
            connection = null;
            if (open != null) {
                open.close();
            }
        } catch (SQLException _) {
            // It is not used any more.
        } finally {
            lock.unlock();
        }
    }
}
