package io.spate.k6.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Copies of modules of other servers, each in a file named by its URL's host and path, such as
 * {@code jslib.k6.io/aws/0.12.3/s3.js}.
 *
 * @param folder absolute
 */
public record ModuleCache(Path folder) {

    /** The module of a URL; empty where there is no copy of it. */
    Optional<String> find(String url) {
        var file = place(url);
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Where the copy of a URL belongs. */
    Path place(String url) {
        int query = url.indexOf('?');
        var bare = query < 0 ? url : url.substring(0, query);
        return folder.resolve(bare.replaceFirst("^https?://", "")).normalize();
    }
}
