package io.spate.http;

import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Origin;
import io.spate.http.wire.ResponseHead;
import io.spate.http.wire.Url;
import io.spate.metrics.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The cookies of one virtual user (RFC 6265).
 *
 * <p>{@code Expires} is taken relative to the {@code Date} of the same response, so that it means
 * what the server meant whatever the clocks say. Where there is no {@code Date}, one before the
 * year 2000 removes the cookie, which is how servers delete, and any other keeps it.
 *
 * <p>Belongs to one event loop.
 */
public final class CookieJar {
    static final int COOKIES_MAX = 200;
    static final int COOKIE_CHARS_MAX = 4096;
    private static final long YEAR_2000 = 946_684_800;
    private static final long SECONDS_MAX = 400L * 24 * 60 * 60;
    private static final long NEVER = Long.MAX_VALUE;

    /** Longer paths first, then in the order they were set: as they are sent. */
    private final List<Cookie> cookies = new ArrayList<>();

    private final Ticker ticker;
    private final Runnable full;

    /**
     * An empty jar.
     *
     * @param full told whenever a cookie is dropped because it is too large or one too many
     */
    public CookieJar(Ticker ticker, Runnable full) {
        this.ticker = ticker;
        this.full = full;
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(ticker.nanoTime());
    }

    boolean isEmpty() {
        return cookies.isEmpty();
    }

    /** Forgets all. */
    public void clear() {
        cookies.clear();
    }

    /**
     * Takes a cookie as a server would set it.
     *
     * @param url of the request whose response sets it
     * @param line as in {@code Set-Cookie}
     */
    public void set(String url, String line) {
        accept(line, CookieDate.NONE, Url.parse(url));
    }

    /** The cookies that a request for a URL is sent with, as names and values by turns. */
    public List<String> matching(String url) {
        long now = seconds();
        Url to = Url.parse(url);
        String path = pathOf(to.target());
        return cookies.stream()
                .filter(it -> it.expiresSeconds > now && it.fits(to.host(), path, to.tls()))
                .flatMap(it -> Stream.of(it.name, it.value))
                .toList();
    }

    /**
     * Forgets the cookies that a request for a URL is sent with.
     *
     * @param name of those to forget; empty for all
     */
    public void remove(String url, String name) {
        Url to = Url.parse(url);
        String path = pathOf(to.target());
        cookies.removeIf(
                it ->
                        (name.isEmpty() || it.name.equals(name))
                                && it.fits(to.host(), path, to.tls()));
    }

    /** The value of the first cookie of a name that has not expired. */
    Optional<String> value(String name) {
        long now = seconds();
        return cookies.stream()
                .filter(cookie -> cookie.name.equals(name) && cookie.expiresSeconds > now)
                .map(Cookie::value)
                .findFirst();
    }

    /**
     * Writes the {@code Cookie} header of a request, where any cookie fits it.
     *
     * @param target path and query
     */
    void write(ByteWriter out, Origin origin, String target) {
        long now = seconds();
        cookies.removeIf(cookie -> cookie.expiresSeconds <= now);
        String path = pathOf(target);
        boolean first = true;
        for (Cookie cookie : cookies) {
            if (cookie.fits(origin.endpoint().host(), path, origin.tls())) {
                out.put(first ? "Cookie: " : "; ").put(cookie.name).put('=').put(cookie.value);
                first = false;
            }
        }
        if (!first) {
            out.line();
        }
    }

    /**
     * Takes the cookies that a response sets.
     *
     * @param from the URL of the request
     */
    void accept(ResponseHead head, Url from) {
        long date = head.header("Date").map(CookieDate::epochSeconds).orElse(CookieDate.NONE);
        for (String line : head.headers("Set-Cookie")) {
            accept(line, date, from);
        }
    }

    private void accept(String line, long date, Url from) {
        String[] parts = line.split(";", -1);
        int equals = parts[0].indexOf('=');
        boolean sendable = line.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
        if (line.length() > COOKIE_CHARS_MAX) {
            full.run();
            return;
        }
        if (equals < 1 || !sendable) {
            return;
        }
        String name = parts[0].substring(0, equals).strip();
        String value = parts[0].substring(equals + 1).strip();
        String domain = from.host();
        boolean hostOnly = true;
        String path = defaultPath(pathOf(from.target()));
        boolean secure = false;
        long expires = NEVER;
        boolean maxAge = false;
        for (int i = 1; i < parts.length; i++) {
            int sign = parts[i].indexOf('=');
            String key = (sign < 0 ? parts[i] : parts[i].substring(0, sign)).strip();
            String setting = sign < 0 ? "" : parts[i].substring(sign + 1).strip();
            switch (key.toLowerCase(Locale.ROOT)) {
                case "secure" -> secure = true;
                case "path" -> path = setting.startsWith("/") ? setting : path;
                case "domain" -> {
                    String wanted = setting.startsWith(".") ? setting.substring(1) : setting;
                    if (!wanted.isEmpty()) {
                        domain = wanted.toLowerCase(Locale.ROOT);
                        hostOnly = domain.equals(from.host()) && !domain.contains(".");
                    }
                }
                case "max-age" -> {
                    if (setting.matches("-?\\d+")) {
                        expires = expiryOfAge(setting);
                        maxAge = true;
                    }
                }
                case "expires" -> expires = maxAge ? expires : expiryOfDate(setting, date, expires);
                default -> {
                    // what does not bear on whether a cookie is sent
                }
            }
        }
        if (!name.isEmpty() && domainMatches(from.host(), domain)) {
            store(new Cookie(name, value, domain, hostOnly, path, secure, expires));
        }
    }

    private long expiryOfAge(String digits) {
        if (digits.startsWith("-")) {
            return Long.MIN_VALUE;
        }
        long seconds = digits.length() > 15 ? SECONDS_MAX : Long.parseLong(digits);
        return seconds == 0 ? Long.MIN_VALUE : seconds() + Math.min(seconds, SECONDS_MAX);
    }

    private long expiryOfDate(String text, long date, long otherwise) {
        long expires = CookieDate.epochSeconds(text);
        if (expires == CookieDate.NONE) {
            return otherwise;
        }
        if (date == CookieDate.NONE) {
            return expires < YEAR_2000 ? Long.MIN_VALUE : NEVER;
        }
        return expires <= date ? Long.MIN_VALUE : seconds() + Math.min(expires - date, SECONDS_MAX);
    }

    private void store(Cookie cookie) {
        int same = -1;
        int place = 0;
        for (int i = 0; i < cookies.size(); i++) {
            Cookie other = cookies.get(i);
            if (other.replacedBy(cookie)) {
                same = i;
            }
            if (other.path.length() >= cookie.path.length()) {
                place = i + 1;
            }
        }
        boolean removed = cookie.expiresSeconds <= seconds();
        if (same >= 0 && removed) {
            cookies.remove(same);
        } else if (same >= 0) {
            cookies.set(same, cookie);
        } else if (!removed && cookies.size() < COOKIES_MAX) {
            cookies.add(place, cookie);
        } else if (!removed) {
            full.run();
        }
    }

    private static String pathOf(String target) {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** RFC 6265, section 5.1.4. */
    private static String defaultPath(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** RFC 6265, section 5.1.3; and no cookie for a whole top-level domain. */
    private static boolean domainMatches(String host, String domain) {
        if (host.equals(domain)) {
            return true;
        }
        return host.endsWith("." + domain)
                && domain.contains(".")
                && !host.matches("[0-9.]+|.*:.*");
    }

    private record Cookie(
            String name,
            String value,
            String domain,
            boolean hostOnly,
            String path,
            boolean secure,
            long expiresSeconds) {

        boolean replacedBy(Cookie other) {
            return name.equals(other.name)
                    && domain.equals(other.domain)
                    && path.equals(other.path);
        }

        boolean fits(String host, String requested, boolean tls) {
            boolean reaches = hostOnly ? host.equals(domain) : domainMatches(host, domain);
            boolean below =
                    requested.startsWith(path)
                            && (requested.length() == path.length()
                                    || path.endsWith("/")
                                    || requested.charAt(path.length()) == '/');
            return reaches && below && (tls || !secure);
        }
    }
}
