package io.spate.web.access;

import io.javalin.http.Context;
import io.spate.metrics.Ticker;
import io.spate.web.access.Sessions.Session;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at each request before anything answers it. */
public final class Guard {
    /** The header that a request which changes something has to bring. */
    public static final String CSRF = "X-Spate-CSRF";

    private static final String COOKIE = "spate_session";
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Access access;
    private final Sessions sessions;
    private final LoginLimit limit;
    private final HostCheck hosts;
    private final boolean secure;

    /** What every page and program has to bring where nobody has to log in. */
    private final String openCsrf;

    /**
     * A guard of a server.
     *
     * @param names by which the server is known beside localhost
     * @param secure whether it speaks TLS
     */
    public Guard(Access access, List<String> names, boolean secure, Ticker ticker) {
        this.access = access;
        this.sessions = new Sessions(ticker);
        this.limit = new LoginLimit(ticker);
        this.hosts = new HostCheck(names);
        this.secure = secure;
        this.openCsrf = sessions.newToken();
    }

    /** Refuses what comes for another host, or from a page of another one. */
    public void checkOrigin(Context request) {
        if (!hosts.admits(Optional.ofNullable(request.header("Host")).orElse(""))) {
            throw new Refused(421, "this server does not go by that name");
        }
        var origin = Optional.ofNullable(request.header("Origin"));
        var site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("none");
        boolean foreign =
                origin.map(it -> !isOwn(it, request)).orElse(false) || site.equals("cross-site");
        var destination = Optional.ofNullable(request.header("Sec-Fetch-Dest")).orElse("");
        boolean link = SAFE.contains(method(request)) && destination.equals("document");
        if (foreign && !(link && origin.isEmpty())) {
            throw new Refused(403, "requests from pages of other sites are refused");
        }
    }

    private static boolean isOwn(String origin, Context request) {
        try {
            return String.valueOf(URI.create(origin).getAuthority())
                    .equalsIgnoreCase(request.header("Host"));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Lets those through who may look. */
    public void checkViewer(Context request) {
        if (role(request) == Role.NONE) {
            throw notLoggedIn(request);
        }
    }

    /** Lets those through who may change something, and meant to. */
    public void checkOperator(Context request) {
        checkOperatorWithoutCsrf(request);
        if (!access.isAsked() || isByCookie(request)) {
            var given = Optional.ofNullable(request.header(CSRF)).orElse("");
            if (!Secret.of(csrf(request)).matches(given)) {
                throw new Refused(
                        403,
                        "the header %s is missing or wrong: it comes with GET /api/v1/session"
                                .formatted(CSRF));
            }
        }
    }

    /** The same for Locust's routes, whose clients know no such header. */
    public void checkOperatorWithoutCsrf(Context request) {
        switch (role(request)) {
            case NONE -> throw notLoggedIn(request);
            case VIEWER -> throw new Refused(403, "viewers may look, and change nothing");
            case OPERATOR -> {}
        }
    }

    private Refused notLoggedIn(Context request) {
        long wait = limit.waitSeconds(request.ip());
        return wait > 0 && authorization(request).isPresent()
                ? Refused.tooMany(wait)
                : new Refused(401, "log in first");
    }

    /** A browser sends its cookie whoever asks it to; other credentials are given on purpose. */
    private static boolean isByCookie(Context request) {
        return authorization(request).isEmpty();
    }

    private static Optional<String> authorization(Context request) {
        return Optional.ofNullable(request.header("Authorization"));
    }

    /** What a request may do. */
    public Role role(Context request) {
        if (!access.isAsked()) {
            return Role.OPERATOR;
        }
        var given = authorization(request);
        if (given.isPresent()) {
            return ofHeader(given.get(), request.ip());
        }
        return session(request).map(Session::role).orElse(Role.NONE);
    }

    private Role ofHeader(String header, String address) {
        if (limit.waitSeconds(address) > 0) {
            return Role.NONE;
        }
        var role = Role.NONE;
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            role = access.ofToken(header.substring(BEARER.length()).strip());
        } else if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            role = access.ofPasswordOrToken(password(header.substring(BASIC.length()).strip()));
        }
        if (role == Role.NONE) {
            limit.wrong(address);
        }
        return role;
    }

    private static String password(String basic) {
        try {
            var pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private Optional<Session> session(Context request) {
        return Optional.ofNullable(request.cookie(COOKIE)).flatMap(sessions::find);
    }

    /** Whether somebody has to log in. */
    public boolean isLoginRequired() {
        return access.isAsked();
    }

    /** What requests that change something have to bring; empty before a login. */
    public String csrf(Context request) {
        return access.isAsked() ? session(request).map(Session::csrf).orElse("") : openCsrf;
    }

    /** Logs somebody in by a password. */
    public void logIn(Context request, String password) {
        var address = request.ip();
        long wait = limit.waitSeconds(address);
        if (wait > 0) {
            throw Refused.tooMany(wait);
        }
        var role = access.ofPasswordOrToken(password);
        if (role == Role.NONE) {
            limit.wrong(address);
            throw new Refused(401, "wrong password");
        }
        limit.right(address);
        setCookie(request, sessions.open(role), "");
    }

    /** Ends a session. */
    public void logOut(Context request) {
        Optional.ofNullable(request.cookie(COOKIE)).ifPresent(sessions::close);
        setCookie(request, "", "; Max-Age=0");
    }

    private void setCookie(Context request, String value, String more) {
        request.header(
                "Set-Cookie",
                "%s=%s; Path=/; HttpOnly; SameSite=Strict%s%s"
                        .formatted(COOKIE, value, secure ? "; Secure" : "", more));
    }

    private static String method(Context request) {
        return request.req().getMethod();
    }
}
