package io.spate.script.yaml.step;

import io.spate.http.HttpOptions;
import io.spate.script.yaml.step.RequestStep.Auth;
import io.spate.script.yaml.step.RequestStep.Options;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Template;
import io.spate.script.yaml.text.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads requests. */
final class RequestBinder {
    /** The keys that make a step a request, and say its method. */
    static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options");

    /** The keys that say how a request is sent. */
    static final Set<String> OPTION_KEYS =
            Set.of(
                    "auth",
                    "timeout",
                    "connectTimeout",
                    "firstByteTimeout",
                    "redirects",
                    "compressed",
                    "acceptCompressed",
                    "discardBody",
                    "saveTo",
                    "tags");

    /** The keys of a request beside its method. */
    static final Set<String> KEYS = keys();

    static final Set<String> AUTH_KEYS = Set.of("basic", "bearer");
    static final Set<String> BASIC_KEYS = Set.of("user", "password");

    private static final int REDIRECTS_MAX = 100;

    private final StepSettings settings;
    private final Variables variables;
    private final BodyBinder bodies;
    private final MatchBinder matches;
    private final ExtractionBinder extractions;

    RequestBinder(StepSettings settings, Variables variables) {
        this.settings = settings;
        this.variables = variables;
        this.bodies = new BodyBinder(settings, variables);
        this.matches = new MatchBinder(variables);
        this.extractions = new ExtractionBinder(variables);
    }

    private static Set<String> keys() {
        var keys = new TreeSet<>(Set.of("name", "headers", "query", "extract", "check", "expect"));
        keys.addAll(OPTION_KEYS);
        keys.addAll(BodyBinder.KEYS);
        return Set.copyOf(keys);
    }

    Optional<RequestStep> request(Fields fields, String method) {
        var url = fields.template(method, variables);
        var address = url.flatMap(it -> fields.raw(method, _ -> settings.addresses().address(it)));
        var headers = fields.templates("headers", variables);
        headers.forEach((name, value) -> checkHeader(fields, "headers", name, value));
        var query = fields.templates("query", variables);
        var body = bodies.body(fields);
        var auth = fields.node("auth").flatMap(_ -> auth(fields));
        var options = options(fields);
        var checks = matches.matches(fields, "check");
        var expectations = matches.matches(fields, "expect");
        // Last, as a step's own texts cannot use what it extracts.
        var extracted = extractions.extractions(fields);
        var name = fields.text("name").or(() -> url.flatMap(RequestBinder::nameOf));
        name.or(() -> url.map(Template::source)).ifPresent(settings.names()::add);
        return address.map(
                it ->
                        new RequestStep(
                                method.toUpperCase(Locale.ROOT),
                                it,
                                name,
                                headers,
                                query,
                                body,
                                auth,
                                options,
                                extracted,
                                checks,
                                expectations));
    }

    /** The URL as written, without credentials, where it is not sent as written. */
    private static Optional<String> nameOf(Template url) {
        return url.constant().filter(url.source()::equals).isPresent()
                ? Optional.empty()
                : Optional.of(url.source().replaceFirst("//[^/@]*@", "//"));
    }

    /** As the HTTP client will; what is only known in the run it has to check then. */
    static void checkHeader(Fields fields, String key, String name, Template value) {
        fields.problems()
                .attempt(
                        fields.key(key),
                        key + ": ",
                        () ->
                                new HttpOptions(
                                        "",
                                        Map.of(name, value.constant().orElse("")),
                                        HttpOptions.DEFAULT.timeout(),
                                        true,
                                        false));
    }

    private Optional<Auth> auth(Fields fields) {
        var auth = fields.fields("auth", AUTH_KEYS).orElseThrow();
        if (auth.names().size() != 1) {
            fields.problems()
                    .add(
                            fields.key("auth"),
                            "auth is one of basic: {user: NAME, password: SECRET} and bearer:"
                                    + " TOKEN");
            return Optional.empty();
        }
        return auth.has("bearer")
                ? auth.template("bearer", variables).map(Auth.Bearer::new)
                : auth.fields("basic", BASIC_KEYS).flatMap(this::basic);
    }

    private Optional<Auth> basic(Fields basic) {
        var user = basic.template("user", variables);
        var password = basic.template("password", variables);
        if (!basic.has("user") || !basic.has("password")) {
            basic.problems().add(basic.node(), "basic needs a user and a password");
        }
        return user.flatMap(name -> password.map(secret -> new Auth.Basic(name, secret)));
    }

    private Options options(Fields fields) {
        if (fields.flag("discardBody").orElse(false) && fields.has("saveTo")) {
            fields.problems()
                    .add(fields.key("saveTo"), "a body is either discarded or saved to a file");
        }
        return new Options(
                timeout(fields, "timeout"),
                timeout(fields, "connectTimeout"),
                timeout(fields, "firstByteTimeout"),
                redirects(fields),
                fields.flag("compressed").orElse(false),
                fields.flag("acceptCompressed").orElse(false),
                fields.flag("discardBody").orElse(false),
                fields.parsed("saveTo", Path::of).map(settings.folder()::resolve),
                fields.templates("tags", variables));
    }

    /** As the HTTP client checks it. */
    private static Optional<Duration> timeout(Fields fields, String name) {
        var timeout = fields.duration(name);
        return timeout.flatMap(
                it ->
                        fields.problems()
                                .attempt(
                                        fields.node(name).orElseThrow(),
                                        name + ": ",
                                        () ->
                                                new HttpOptions("", Map.of(), it, true, false)
                                                        .timeout()));
    }

    private static OptionalInt redirects(Fields fields) {
        var redirects = fields.wholeNumber("redirects");
        if (redirects.isPresent() && (redirects.get() < 0 || redirects.get() > REDIRECTS_MAX)) {
            fields.problems()
                    .add(fields.key("redirects"), "redirects is 0 to %d".formatted(REDIRECTS_MAX));
        }
        return redirects.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
