package io.spate.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a history is. */
public sealed interface StoreLocation {
    /** As people may see it, without secrets. */
    String shown();

    /** A file of SQLite, made with its folder where there is none. */
    record File(Path path) implements StoreLocation {
        @Override
        public String shown() {
            return path.toString();
        }
    }

    /**
     * A database in PostgreSQL.
     *
     * @param address host, port and database: {@code localhost:5432/spate}
     * @param properties of the driver: user, password, encryption
     * @param schema where the tables are, rather than the user's first
     */
    record Server(String address, Map<String, String> properties, Optional<String> schema)
            implements StoreLocation {
        public Server {
            properties = Map.copyOf(properties);
        }

        @Override
        public String shown() {
            return "postgresql://" + address;
        }

        /** Without the properties, among which is a password. */
        @Override
        public String toString() {
            return shown();
        }
    }
}
