package io.spate.engine.health.machine;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Files that are held in memory. */
record FakeFiles(Map<String, String> texts, long openFiles) implements ProcFiles {
    static FakeFiles of(Map<String, String> texts) {
        return new FakeFiles(texts, 0);
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    @Override
    public OptionalLong count(String path) {
        return openFiles == 0 ? OptionalLong.empty() : OptionalLong.of(openFiles);
    }
}
