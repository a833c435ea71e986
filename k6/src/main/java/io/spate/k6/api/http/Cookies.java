package io.spate.k6.api.http;

import io.spate.http.CookieJar;
import io.spate.k6.vu.Vu;
import java.util.List;
import org.graalvm.polyglot.HostAccess;

/** A jar of cookies as JavaScript uses it. */
public final class Cookies {
    private final Vu vu;
    private final CookieJar jar;

    Cookies(Vu vu, CookieJar jar) {
        this.vu = vu;
        this.jar = jar;
    }

    /** The jar itself. */
    public CookieJar jar() {
        return jar;
    }

    /** Sets a cookie by a line as in {@code Set-Cookie}. */
    @HostAccess.Export
    public void set(String url, String line) {
        try {
            jar.set(url, line);
        } catch (IllegalArgumentException e) {
            throw vu.error(String.valueOf(e.getMessage()));
        }
    }

    /** The cookies for a URL, as names and values by turns. */
    @HostAccess.Export
    public List<String> matching(String url) {
        try {
            return jar.matching(url);
        } catch (IllegalArgumentException e) {
            throw vu.error(String.valueOf(e.getMessage()));
        }
    }

    /** Forgets the cookies for a URL, all or those of a name. */
    @HostAccess.Export
    public void remove(String url, String name) {
        try {
            jar.remove(url, name);
        } catch (IllegalArgumentException e) {
            throw vu.error(String.valueOf(e.getMessage()));
        }
    }
}
