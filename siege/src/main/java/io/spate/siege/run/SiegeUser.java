package io.spate.siege.run;

import io.spate.engine.ScenarioExhausted;
import io.spate.engine.VirtualUser;
import io.spate.http.ExtractionException;
import io.spate.http.HttpClient;
import io.spate.http.HttpResponse;
import io.spate.http.wire.Url;
import io.spate.siege.config.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A user of siege: requests a URL of the list and what its page needs, then the next one. */
final class SiegeUser implements VirtualUser {
    /** How many requests may lead to one another; siege itself goes on until its stack is full. */
    private static final int CHAIN_MAX = 20;

    private static final Pattern REALM = Pattern.compile("(?i).*\\brealm\\s*=\\s*\"([^\"]*)\".*");
    private static final String TOO_LARGE = "body_too_large";

    private final int number;
    private final Besiegers besiegers;
    private final LoopShare share;
    private final HttpClient client;
    private final SplittableRandom random;
    private final ArrayDeque<Link> parts = new ArrayDeque<>();

    /** By host: the header that its servers have asked for. */
    private final Map<String, String> credentials = new HashMap<>();

    private int position;

    SiegeUser(int number, long seed, Besiegers besiegers, LoopShare share) {
        this.number = number;
        this.besiegers = besiegers;
        this.share = share;
        this.client = share.newClient();
        this.random = new SplittableRandom(seed * 31 + number);
        this.position = besiegers.startOf(number);
    }

    @Override
    public void start() {
        if (besiegers.loginCount() > 0) {
            visit(share.login(number % besiegers.loginCount()), 0);
        }
    }

    @Override
    public void iterate(long key, long dueNanos) {
        if (!visit(share.link(next()), 0)) {
            besiegers.failed();
        }
        for (var part = parts.poll(); part != null; part = parts.poll()) {
            if (!visit(part, 0)) {
                besiegers.failed();
            }
        }
        if (besiegers.givesUp()) {
            throw new ScenarioExhausted("failures");
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private int next() {
        int count = besiegers.targetCount();
        if (besiegers.settings().load().internet()) {
            return random.nextInt(count);
        }
        if (position >= count) {
            position = 0;
            if (besiegers.settings().requests().expireSession()) {
                client.clearCookies();
            }
        }
        return position++;
    }

    /** Requests something, and what its answer leads to; whether that went well. */
    private boolean visit(Link link, int chain) {
        var response = send(link);
        int status = response.status();
        if (status == 0) {
            besiegers.watcher().unanswered(link, response.error());
            return false;
        }
        var nanos = response.timings().responseTimeNanos();
        share.tally().answer(status, response.bodyBytes(), nanos);
        besiegers.watcher().answered(number, link, response);
        var page = page(link, response);
        if (chain < CHAIN_MAX && !follow(link, response, page, chain)) {
            return false;
        }
        if (status == 408 || (status >= 500 && status <= 509)) {
            return false;
        }
        share.tally().transaction();
        return status != 418;
    }

    /** Requests what an answer leads to; false where that failed. */
    private boolean follow(Link link, HttpResponse response, @Nullable Page page, int chain) {
        return switch (response.status()) {
            case 200 ->
                    page == null
                            || page.refresh()
                                    .map(it -> visit(share.other(it), chain + 1))
                                    .orElse(true);
            case 301, 302, 303, 307, 308 ->
                    location(link, response)
                            .map(it -> visit(redirected(link, it, response.status()), chain + 1))
                            .orElse(true);
            case 401 -> !canLogIn(link, response) || visit(link, chain + 1);
            default -> true;
        };
    }

    private Optional<Url> location(Link link, HttpResponse response) {
        return besiegers.settings().requests().follow()
                ? response.header("Location").flatMap(it -> Page.resolve(link.parsed(), it))
                : Optional.empty();
    }

    private Link redirected(Link link, Url to, int status) {
        boolean repeats = (status == 307 || status == 308) && !link.method().equals("GET");
        return repeats
                ? new Link(
                        new Target(
                                link.id(), link.method(), to.server() + to.target(), link.body()))
                : share.other(to);
    }

    /** Takes what a server asks for, where there is a login for it that was not sent before. */
    private boolean canLogIn(Link link, HttpResponse response) {
        if (credentials.containsKey(link.parsed().host())) {
            return false;
        }
        for (var challenge : response.headers("WWW-Authenticate")) {
            if (challenge.regionMatches(true, 0, "Basic", 0, 5)) {
                var matcher = REALM.matcher(challenge);
                var realm = matcher.matches() ? matcher.group(1) : "";
                var login = besiegers.login(realm);
                if (login.isPresent()) {
                    var pair = login.get().user() + ":" + login.get().password();
                    var encoded =
                            Base64.getEncoder()
                                    .encodeToString(pair.getBytes(StandardCharsets.UTF_8));
                    credentials.put(link.parsed().host(), "Basic " + encoded);
                    return true;
                }
            }
        }
        return false;
    }

    private HttpResponse send(Link link) {
        var settings = besiegers.settings();
        boolean keeps =
                settings.display().print() || (settings.requests().parser() && link.isHtml());
        var response = send(link, keeps);
        if (keeps && response.errorKind().equals(TOO_LARGE)) {
            link.setHtml(false);
            return send(link, false);
        }
        return response;
    }

    private HttpResponse send(Link link, boolean keeps) {
        if (!besiegers.settings().requests().cookies()) {
            client.clearCookies();
        }
        var authorization = credentials.get(link.parsed().host());
        return authorization == null
                ? client.send(share.prepared(link, keeps, client))
                : share.request(link, keeps, client).header("Authorization", authorization).send();
    }

    /** The page that has been received, its parts put where they are requested next. */
    private @Nullable Page page(Link link, HttpResponse response) {
        var requests = besiegers.settings().requests();
        if (!requests.parser() || response.status() >= 300) {
            return null;
        }
        boolean wasKept = link.isHtml();
        link.setHtml(isHtml(response));
        if (!link.isHtml() || !wasKept) {
            return null;
        }
        var page = parsed(link, response);
        for (var url : page.parts()) {
            var part = share.other(url);
            if (besiegers.mayRequest(url.host()) && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return page;
    }

    private static boolean isHtml(HttpResponse response) {
        return response.header("Content-Type")
                .filter(it -> it.strip().regionMatches(true, 0, "text/html", 0, 9))
                .isPresent();
    }

    /** Parsed anew only where it has changed: under load a page mostly has not. */
    private static Page parsed(Link link, HttpResponse response) {
        String html;
        try {
            html = response.body();
        } catch (ExtractionException _) {
            html = "";
        }
        var known = link.page();
        if (known != null && known.html().equals(html)) {
            return known;
        }
        var page = Page.parse(html, link.parsed());
        link.setPage(page);
        return page;
    }
}
