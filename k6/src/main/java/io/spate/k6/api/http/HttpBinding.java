package io.spate.k6.api.http;

import io.spate.http.HttpClient;
import io.spate.http.HttpRequest;
import io.spate.http.InterruptedRequestException;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.k6.vu.Vu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What the module {@code k6/http} does for one user. */
public final class HttpBinding {
    private static final String MAKING = "Making http requests";
    private static final String FIELDS = "fields";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern SCHEME = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

    private final Vu vu;
    private final Lanes lanes;
    private Optional<Statuses> expected = Optional.empty();

    HttpBinding(Vu vu) {
        this.vu = vu;
        this.lanes = new Lanes(vu);
    }

    /**
     * A request to be sent.
     *
     * @param text the body; null where it is none of text
     * @param bytes the body; null where there is none, or one of text
     * @param type of the body, where the script gives none; may be empty, or {@code fields} where
     *     the text is of a form's, as {@link NamedTexts} are written
     * @param headers by name, likewise
     * @param tags likewise
     * @param others parameters beside these; null for none
     * @param jar in place of the user's own; null for that
     */
    @HostAccess.Export
    public Wanted wanted(
            String method,
            String url,
            @Nullable String text,
            Value bytes,
            String type,
            String headers,
            String tags,
            Value others,
            @Nullable Cookies jar) {
        vu.requireRunning(MAKING);
        var form = text != null && type.equals(FIELDS) ? NamedTexts.formEncoded(text) : null;
        return new Wanted(
                method,
                url,
                form == null ? text : form,
                bytes.isNull() ? null : bytes,
                form == null ? type : FORM,
                headers,
                tags,
                others.isNull() ? null : others,
                jar == null ? Optional.empty() : Optional.of(jar.jar()));
    }

    /** Sends a request, of what {@link #wanted} takes too, and waits for its response. */
    @HostAccess.Export
    public Answer send(
            String method,
            String url,
            @Nullable String text,
            Value bytes,
            String type,
            String headers,
            String tags,
            Value others,
            @Nullable Cookies jar) {
        var wanted = wanted(method, url, text, bytes, type, headers, tags, others, jar);
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
        var wanted = Wanted.plain("GET", url, null);
        var client = vu.http();
        try {
            return send(wanted, client, prepare(wanted, client));
        } catch (InvalidUrl e) {
            return invalid(wanted, e);
        }
    }

    /** The request, or an error where the script is to be told of a mistake. */
    private HttpRequest prepare(Wanted wanted, HttpClient client) throws InvalidUrl {
        try {
            return wanted.on(client, vu, expected);
        } catch (IllegalArgumentException e) {
            throw new InvalidUrl(String.valueOf(e.getMessage()), code(wanted.url(), e));
        }
    }

    private static int code(String url, IllegalArgumentException e) {
        if (e instanceof BadParameter) {
            return 0;
        }
        return SCHEME.matcher(url).lookingAt() ? Answer.INVALID_URL : Answer.OTHER;
    }

    private Answer send(Wanted wanted, HttpClient client, HttpRequest request) {
        var type = wanted.responseType(vu);
        vu.awaitRequest();
        try {
            return judged(wanted, Answer.of(wanted, request.send(), type, client));
        } catch (InterruptedRequestException _) {
            throw vu.cutOff();
        }
    }

    private Answer invalid(Wanted wanted, InvalidUrl e) {
        var message = String.valueOf(e.getMessage());
        if (e.code == Answer.OTHER) {
            Unsent.count(vu, wanted, e.code, message);
        }
        return judged(wanted, Answer.invalid(wanted, message, e.code));
    }

    /** What comes of a request that could not even be written. */
    @HostAccess.Export
    public Answer refused(String method, String url, String message, int code, Value params) {
        var wanted = Wanted.plain(method, url, params.isNull() ? null : params);
        return judged(wanted, Answer.invalid(wanted, message, code));
    }

    /** By what name the user sends. */
    @HostAccess.Export
    public String userAgent() {
        return vu.test().planned().http().headers().getOrDefault("User-Agent", "spate");
    }

    /** Tells of a request without a response, or throws where the options ask for it. */
    private Answer judged(Wanted wanted, Answer answer) {
        if (answer.status() != 0) {
            return answer;
        }
        var text = "%s \"%s\": %s".formatted(wanted.method(), wanted.url(), answer.error());
        if (throwsErrors(wanted.others())) {
            throw vu.error(text);
        }
        vu.test().log().log(Level.WARNING, "Request Failed: " + text, "http");
        return answer;
    }

    private boolean throwsErrors(@Nullable Value others) {
        if (others != null && others.hasMember("throw") && others.getMember("throw").isBoolean()) {
            return others.getMember("throw").asBoolean();
        }
        return vu.test().planned().settings().throwErrors();
    }

    /** A request whose URL is none; it is answered all the same. */
    private static final class InvalidUrl extends Exception {
        private static final long serialVersionUID = 1;

        private final int code;

        InvalidUrl(String message, int code) {
            super(message, null, false, false);
            this.code = code;
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
        public void add(Wanted wanted) {
            all.add(wanted);
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

    /** A type that is none is told of when the request is made. */
    private Wanted.ResponseType typeIn(Wanted wanted) {
        try {
            return wanted.responseType(vu);
        } catch (BadParameter _) {
            return Wanted.ResponseType.NONE;
        }
    }

    private Lanes.Job job(Wanted wanted) {
        return new Lanes.Job(
                wanted,
                typeIn(wanted),
                client -> {
                    wanted.jar().ifPresent(client::jar);
                    try {
                        return Optional.of(prepare(wanted, client));
                    } catch (InvalidUrl e) {
                        if (e.code == Answer.OTHER) {
                            Unsent.count(vu, wanted, e.code, String.valueOf(e.getMessage()));
                        }
                        return Optional.empty();
                    }
                },
                Answer.invalid(
                        wanted,
                        "not a URL: '" + wanted.url() + "'",
                        SCHEME.matcher(wanted.url()).lookingAt()
                                ? Answer.INVALID_URL
                                : Answer.OTHER));
    }

    /** Sends a request while the script goes on; one of two functions is called at its end. */
    @HostAccess.Export
    public void sendAsync(Wanted wanted, Value resolve, Value reject) {
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
        return new Cookies(vu, vu.newJar());
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

    /** Says which statuses all later requests expect. */
    @HostAccess.Export
    public void expect(Statuses statuses) {
        expected = Optional.of(statuses);
    }

    /** What leaves all responses unjudged. */
    @HostAccess.Export
    public Statuses anyStatus() {
        return Statuses.ANY;
    }

    /** A body with files. */
    @HostAccess.Export
    public FormData form() {
        return new FormData();
    }
}
