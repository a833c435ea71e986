package io.spate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends StoreContract {
    @TempDir private Path folder;

    @Override
    StoreLocation location() {
        return new StoreLocation.File(file());
    }

    private Path file() {
        return folder.resolve(".spate/history.db");
    }

    @Test
    void toLoadItsCodeMakesNothing() {
        RunStore.load(location());

        assertThat(file()).doesNotExist();
        assertThat(file().getParent()).doesNotExist();
    }

    @Test
    void itIsHiddenFromGit() {
        open().close();

        assertThat(folder.resolve(".spate/.gitignore")).hasContent("*");
    }

    @Test
    void anythingElseIsToldAndLeftAlone() throws IOException, SQLException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is a diary, and no database at all. ".repeat(100));
        assertThatThrownBy(this::open)
                .hasMessageContaining("is no history of Spate, or it is damaged. Move it away");
        assertThat(file()).content().startsWith("this is a diary");

        Files.delete(file());
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE diary (entry text)");
        }
        assertThatThrownBy(this::open).hasMessageContaining("is a database of something else");
    }

    @Test
    void aHistoryThatWasDamagedIsTold() throws IOException {
        try (var store = open()) {
            var recording = store.begin("abc", Fixtures.facts("shop", Fixtures.START), "{}");
            for (int i = 0; i < 50; i++) {
                recording.second(Fixtures.second(i));
            }
        }
        var bytes = Files.readAllBytes(file());
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(file(), bytes);

        assertThatThrownBy(
                        () -> {
                            try (var store = open()) {
                                store.seconds(store.find("latest"));
                            }
                        })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aPlaceThatCannotBeIsTold() throws IOException {
        Files.writeString(folder.resolve(".spate"), "a file");

        assertThatThrownBy(this::open).hasMessageContaining("cannot make the folder");
    }

    @Test
    void prunedRunsGiveTheirRoomBack() throws IOException {
        try (var store = open()) {
            var recording = store.begin("abc", Fixtures.facts("shop", Fixtures.START), "{}");
            for (int i = 0; i < 3_000; i++) {
                recording.second(Fixtures.second(i));
            }
            recording.end(Fixtures.outcome(Fixtures.START));
        }
        long full = Files.size(file());
        try (var store = open()) {
            store.prune(OptionalInt.of(0), Optional.empty());
        }
        assertThat(Files.size(file())).isLessThan(full / 2);
    }
}
