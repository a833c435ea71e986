package io.spate.http.body;

import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Headers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request being written. Fields of a form add up, parts add up, and what is set last
 * decides which of the kinds is sent.
 */
public final class BodyBuilder {
    private RequestContent content = RequestContent.NONE;
    private @Nullable ByteWriter form;
    private @Nullable List<MultipartBody.Part> parts;
    private boolean compressed;

    /** Sends bytes as they are. */
    public void bytes(byte[] bytes, String contentType) {
        Headers.check("Content-Type", contentType);
        form = null;
        parts = null;
        content = RequestContent.of(bytes, contentType);
    }

    /** Sends a file. */
    public void file(Path path, String contentType) {
        Headers.check("Content-Type", contentType);
        form = null;
        parts = null;
        content = RequestContent.of(FileBody.of(path), contentType);
    }

    /** Adds a field of a form. */
    public void field(String name, String value) {
        parts = null;
        ByteWriter written = form;
        if (written == null) {
            written = new ByteWriter();
            form = written;
        } else {
            written.put('&');
        }
        written.formComponent(name).put('=').formComponent(value);
    }

    /** Adds a part with a text. */
    public void part(String name, String value) {
        parts().add(MultipartBody.Part.text(name, value));
    }

    /** Adds a part with a file. */
    public void part(String name, Path path, String contentType) {
        Headers.check("Content-Type", contentType);
        parts().add(MultipartBody.Part.file(name, path, contentType));
    }

    private List<MultipartBody.Part> parts() {
        form = null;
        List<MultipartBody.Part> known = parts;
        if (known == null) {
            known = new ArrayList<>();
            parts = known;
        }
        return known;
    }

    /** Sends whatever it is in gzip. */
    public void compressed() {
        compressed = true;
    }

    /** The body as it stands. */
    public RequestContent build() {
        RequestContent built = content;
        if (form != null) {
            built = RequestContent.of(form.toByteArray(), "application/x-www-form-urlencoded");
        } else if (parts != null) {
            built = MultipartBody.of(parts);
        }
        return compressed ? built.gzipped() : built;
    }
}
