package io.spate.siege.run;

import io.spate.http.PreparedRequest;
import io.spate.http.wire.Url;
import io.spate.siege.config.Body;
import io.spate.siege.config.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the users of one loop request: a URL of the list, what a redirect leads to, a part
 * of a page. Belongs to its loop.
 */
public final class Link {
    private final int id;
    private final String method;
    private final String url;
    private final Url parsed;
    private final Optional<Body> body;
    private @Nullable PreparedRequest keeping;
    private @Nullable PreparedRequest dropping;
    private boolean html = true;
    private @Nullable Page page;

    Link(Target target) {
        this.id = target.id();
        this.method = target.method();
        this.url = target.url();
        this.parsed = Url.parse(target.url());
        this.body = target.body();
    }

    /** Its number in the list; 0 for what is not in it. */
    public int id() {
        return id;
    }

    /** The method of its requests. */
    public String method() {
        return method;
    }

    /** Absolute. */
    public String url() {
        return url;
    }

    /** Path and query. */
    public String path() {
        return parsed.target();
    }

    Optional<Body> body() {
        return body;
    }

    Url parsed() {
        return parsed;
    }

    /** Whether its answers are worth keeping: the last one was a page, or there was none. */
    boolean isHtml() {
        return html;
    }

    void setHtml(boolean is) {
        html = is;
    }

    @Nullable Page page() {
        return page;
    }

    void setPage(Page found) {
        page = found;
    }

    @Nullable PreparedRequest prepared(boolean keeps) {
        return keeps ? keeping : dropping;
    }

    void setPrepared(boolean keeps, PreparedRequest request) {
        if (keeps) {
            keeping = request;
        } else {
            dropping = request;
        }
    }
}
