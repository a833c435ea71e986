package io.spate.siege.run;

import io.spate.engine.UserContext;
import io.spate.http.HttpClient;
import io.spate.http.HttpClients;
import io.spate.http.HttpOptions;
import io.spate.http.HttpRequest;
import io.spate.http.PreparedRequest;
import io.spate.http.wire.Url;
import io.spate.siege.config.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the users of one loop share. Belongs to the loop. */
final class LoopShare {
    /** Links that are not in the list and still prepared once; others are each time. */
    private static final int LINKS_MAX = 10_000;

    private final HttpClients clients;
    private final String contentType;
    private final List<Link> list = new ArrayList<>();
    private final List<Link> logins = new ArrayList<>();
    private final Map<String, Link> others = new HashMap<>();
    private final Tally tally = new Tally();

    LoopShare(
            UserContext context,
            HttpOptions options,
            String contentType,
            List<Target> targets,
            List<Target> logins) {
        this.clients = new HttpClients(context.loop(), context.recorder(), context.tags(), options);
        this.contentType = contentType;
        targets.forEach(it -> list.add(new Link(it)));
        logins.forEach(it -> this.logins.add(new Link(it)));
    }

    HttpClient newClient() {
        return clients.newClient();
    }

    Tally tally() {
        return tally;
    }

    Link link(int index) {
        return list.get(index);
    }

    Link login(int index) {
        return logins.get(index);
    }

    /** The link of a URL that is not in the list. */
    Link other(Url url) {
        var text = url.server() + url.target();
        var known = others.get(text);
        if (known == null) {
            known = new Link(new Target(0, "GET", text, Optional.empty()));
            if (others.size() < LINKS_MAX) {
                others.put(text, known);
            }
        }
        return known;
    }

    /**
     * A link's request, encoded once.
     *
     * @param keeps whether the answer's body is needed
     */
    PreparedRequest prepared(Link link, boolean keeps, HttpClient client) {
        var known = link.prepared(keeps);
        if (known == null) {
            known = request(link, keeps, client).prepare();
            link.setPrepared(keeps, known);
        }
        return known;
    }

    HttpRequest request(Link link, boolean keeps, HttpClient client) {
        var request = client.request(link.method(), link.url());
        link.body().ifPresent(it -> request.body(it.bytes(), contentType));
        return keeps ? request : request.discardBody();
    }
}
