package io.spate.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Results as documents, compressed by gzip. */
final class Documents {
    private Documents() {}

    /** Takes the place of the run's earlier one. */
    static Query set(String run, String document) {
        return Query.of(
                "INSERT INTO spate_history_documents (run, document) VALUES (?, ?)"
                        + " ON CONFLICT (run) DO UPDATE SET document = excluded.document",
                run,
                packed(document));
    }

    static Optional<String> of(Connection connection, String run) throws SQLException {
        return Query.of("SELECT document FROM spate_history_documents WHERE run = ?", run)
                .first(connection, row -> unpacked(row.getBytes(1)));
    }

    private static byte[] packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] bytes) throws SQLException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SQLException("the result of a run is damaged", e);
        }
    }
}
