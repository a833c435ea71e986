package io.spate.k6.api.http;

import io.spate.http.CookieJar;
import io.spate.http.HttpClient;
import io.spate.http.HttpRequest;
import io.spate.http.InterruptedRequestException;
import io.spate.k6.api.JsValues;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.k6.vu.Vu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What the module {@code k6/http} does for one user. */
public final class HttpBinding {
    private static final String MAKING = "Making http requests";

    private final Vu vu;
    private final Lanes lanes;
    private Optional<Statuses> expected = Optional.empty();

    HttpBinding(Vu vu) {
        this.vu = vu;
        this.lanes = new Lanes(vu);
    }

    /** Sends a request and waits for its response. */
    @HostAccess.Export
    public Answer send(
            String method,
            String url,
            String name,
            Value body,
            String contentType,
            Value params,
            Value jar) {
        vu.requireRunning(MAKING);
        var wanted = wanted(method, url, name, body, contentType, params, jar);
        var client = vu.http();
        var own = client.jar();
        wanted.jar().ifPresent(client::jar);
        try {
            return send(wanted, client, prepare(wanted, client));
        } catch (InvalidUrl e) {
            return invalid(wanted, e);
        } finally {
            client.jar(own);
        }
    }

    /** Gets a URL, with nothing said about it. */
    @HostAccess.Export
    public Answer get(String url) {
        vu.requireRunning(MAKING);
        var wanted = new Wanted("GET", url, "", null, "", null, Optional.empty());
        var client = vu.http();
        try {
            return send(wanted, client, prepare(wanted, client));
        } catch (InvalidUrl e) {
            return invalid(wanted, e);
        }
    }

    private static Wanted wanted(
            String method,
            String url,
            String name,
            Value body,
            String contentType,
            Value params,
            Value jar) {
        return new Wanted(method, url, name, body, contentType, params, jarOf(jar));
    }

    private static Optional<CookieJar> jarOf(Value jar) {
        return JsValues.isGiven(jar) && jar.isHostObject()
                ? Optional.of(jar.<Cookies>asHostObject().jar())
                : Optional.empty();
    }

    /** The request, or an error where the script is to be told of a mistake. */
    private HttpRequest prepare(Wanted wanted, HttpClient client) throws InvalidUrl {
        try {
            return wanted.on(client, vu, expected);
        } catch (IllegalArgumentException e) {
            throw new InvalidUrl(String.valueOf(e.getMessage()));
        }
    }

    private Answer send(Wanted wanted, HttpClient client, HttpRequest request) {
        var type = wanted.responseType(vu);
        vu.awaitRequest();
        try {
            return judged(wanted, Answer.of(request.send(), type, client));
        } catch (InterruptedRequestException _) {
            throw vu.cutOff();
        }
    }

    private Answer invalid(Wanted wanted, InvalidUrl e) {
        return judged(wanted, Answer.invalid(wanted.url(), String.valueOf(e.getMessage())));
    }

    /** Tells of a request without a response, or throws where the options ask for it. */
    private Answer judged(Wanted wanted, Answer answer) {
        if (answer.status() != 0) {
            return answer;
        }
        var text = "%s \"%s\": %s".formatted(wanted.method(), wanted.url(), answer.error());
        if (throwsErrors(wanted)) {
            throw vu.error(text);
        }
        vu.test().log().log(Level.WARNING, "Request Failed: " + text, "http");
        return answer;
    }

    private boolean throwsErrors(Wanted wanted) {
        var params = wanted.params();
        if (params != null && params.hasMember("throw") && params.getMember("throw").isBoolean()) {
            return params.getMember("throw").asBoolean();
        }
        return vu.test().planned().settings().throwErrors();
    }

    /** A request whose URL is none; it is answered all the same. */
    private static final class InvalidUrl extends Exception {
        private static final long serialVersionUID = 1;

        InvalidUrl(String message) {
            super(message, null, false, false);
        }
    }

    /** Gathers the requests of a batch. */
    @HostAccess.Export
    public Batch batch() {
        vu.requireRunning(MAKING);
        return new Batch();
    }

    /** Requests that are made beside each other. */
    public final class Batch {
        private final List<Wanted> all = new ArrayList<>();

        /** Adds a request. */
        @HostAccess.Export
        public void add(
                String method,
                String url,
                String name,
                Value body,
                String contentType,
                Value params,
                Value jar) {
            all.add(wanted(method, url, name, body, contentType, params, jar));
        }

        /** Makes them all; their answers in the same order. */
        @HostAccess.Export
        public List<Answer> run() {
            var jobs = new ArrayList<Lanes.Job>();
            for (var wanted : all) {
                jobs.add(job(wanted));
            }
            lanes.run(jobs);
            var answers = new ArrayList<Answer>();
            for (int i = 0; i < jobs.size(); i++) {
                answers.add(judged(all.get(i), jobs.get(i).answer()));
            }
            return answers;
        }
    }

    private Lanes.Job job(Wanted wanted) {
        return new Lanes.Job(
                Lanes.host(wanted.url()),
                wanted.responseType(vu),
                client -> {
                    wanted.jar().ifPresent(client::jar);
                    try {
                        return Optional.of(prepare(wanted, client));
                    } catch (InvalidUrl e) {
                        return Optional.empty();
                    }
                },
                Answer.invalid(wanted.url(), "not a URL: '" + wanted.url() + "'"));
    }

    /** Sends a request while the script goes on; one of two functions is called at its end. */
    @HostAccess.Export
    public void sendAsync(Batch single, Value resolve, Value reject) {
        var wanted = single.all.getFirst();
        var answered = vu.queue().expect();
        lanes.start(
                job(wanted),
                job ->
                        answered.accept(
                                () -> {
                                    try {
                                        resolve.executeVoid(judged(wanted, job.answer()));
                                    } catch (org.graalvm.polyglot.PolyglotException e) {
                                        reject.executeVoid(
                                                e.getGuestObject() == null
                                                        ? e.getMessage()
                                                        : e.getGuestObject());
                                    }
                                }));
    }

    /** The user's own jar. */
    @HostAccess.Export
    public Cookies ownJar() {
        vu.requireRunning("http.cookieJar()");
        return new Cookies(vu, vu.http().jar());
    }

    /** A jar for requests that name it. */
    @HostAccess.Export
    public Cookies newJar() {
        vu.requireRunning("new http.CookieJar()");
        return new Cookies(vu, vu.http().newJar());
    }

    /** The statuses that are expected, by the ends of ranges. */
    @HostAccess.Export
    public Statuses statuses(int[] ends) {
        var ranges = new ArrayList<Statuses.Range>();
        for (int i = 0; i + 1 < ends.length; i += 2) {
            ranges.add(new Statuses.Range(ends[i], ends[i + 1]));
        }
        return new Statuses(ranges);
    }

    /** Says which statuses all later requests expect; null for those by default. */
    @HostAccess.Export
    public void expect(@Nullable Statuses statuses) {
        expected = Optional.ofNullable(statuses);
    }

    /** A body with files. */
    @HostAccess.Export
    public FormData form() {
        return new FormData();
    }
}
