package io.spate.siege.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All settings of a siege. What a configuration leaves out is as siege itself has it; where there
 * is no configuration, {@link #NEW_USER} takes its place.
 *
 * @param load who does how much
 * @param requests what is sent and how answers are taken
 * @param display what is shown
 * @param log what is kept in a file
 * @param network the proxy, and how connections are secured
 * @param url the URL to load; empty where it is a list
 * @param file the list of URLs
 * @param notes what to tell before it starts: settings that conflict or that have no effect
 */
public record Settings(
        Load load,
        Requests requests,
        Display display,
        Log log,
        Network network,
        Optional<String> url,
        String file,
        List<String> notes) {
    static final int SECONDS_MAX = 366 * 24 * 3600;

    /**
     * The configuration that siege makes for a new user, but for {@code json_output}: that one sets
     * it, and says in the same breath that it is not set by default.
     */
    public static final List<Directive> NEW_USER =
            List.of(
                    byDefault("verbose", "true"),
                    byDefault("parser", "true"),
                    byDefault("show-logfile", "true"),
                    byDefault("concurrent", "25"),
                    byDefault("accept-encoding", "gzip, deflate"),
                    byDefault("nofollow", "ad.doubleclick.net"),
                    byDefault("nofollow", "pagead2.googlesyndication.com"),
                    byDefault("nofollow", "ads.pubsqrd.com"),
                    byDefault("nofollow", "ib.adnxs.com"));

    private static Directive byDefault(String key, String value) {
        return new Directive(key, value, "by default");
    }

    /**
     * Who does how much.
     *
     * @param users at least 1; already held to the limit
     * @param usersAsked before the limit
     * @param limit of users
     * @param delaySeconds the longest pause between two pages; pauses are random
     * @param internet whether URLs are taken at random
     * @param benchmark whether there are no pauses
     * @param failures after how many failures it is given up; 0 for never
     */
    public record Load(
            int users,
            int usersAsked,
            int limit,
            Amount amount,
            double delaySeconds,
            boolean internet,
            boolean benchmark,
            int failures) {}

    /**
     * What is sent and how answers are taken.
     *
     * @param headers each {@code Name: value}
     * @param userAgent empty for the one of siege
     * @param contentType of bodies
     * @param keepAlive whether connections serve more than one request
     * @param timeoutSeconds until connected, and until the answer begins
     * @param follow whether redirects are followed
     * @param parser whether what a page needs is requested too
     * @param noFollow hosts from which nothing is requested for a page, or parts of their names
     * @param cookies whether cookies are kept
     * @param expireSession whether they are dropped at the end of the list
     * @param escape whether characters are escaped that a URL cannot have
     * @param loginUrls requested first, each user the next one
     * @param logins for servers that ask
     * @param getMethod of {@code -g}: GET or HEAD
     */
    public record Requests(
            List<String> headers,
            Optional<String> userAgent,
            String contentType,
            String acceptEncoding,
            boolean keepAlive,
            int timeoutSeconds,
            boolean follow,
            boolean parser,
            List<String> noFollow,
            boolean cookies,
            boolean expireSession,
            boolean escape,
            List<String> loginUrls,
            List<Login> logins,
            String getMethod) {}

    /**
     * What is shown.
     *
     * @param verbose a line for each transaction
     * @param quiet neither that nor the opening
     * @param json the figures as JSON
     * @param jsonOnly in place of the block: asked for by a flag
     * @param get the request and its response's head, of one request
     * @param print the same with the body
     */
    public record Display(
            boolean verbose,
            boolean quiet,
            boolean color,
            boolean csv,
            boolean timestamp,
            boolean fullUrl,
            boolean displayId,
            boolean json,
            boolean jsonOnly,
            boolean debug,
            boolean get,
            boolean print) {}

    /**
     * What is kept in a file.
     *
     * @param show whether to say where it is
     * @param mark a line put before the figures
     */
    public record Log(boolean on, String file, boolean show, Optional<String> mark) {}

    /** How servers are reached. */
    public record Network(
            Optional<String> proxyHost, int proxyPort, List<Login> proxyLogins, Tls tls) {}

    /**
     * How connections to {@code https} are secured.
     *
     * @param certificate a file with the client's certificate, for servers that ask
     * @param key a file with its private key; empty where that is in the same file
     * @param ciphers which to offer, by their IANA names; empty for the usual
     * @param timeoutSeconds until connected; empty for the timeout of all connections
     */
    public record Tls(
            Optional<String> certificate,
            Optional<String> key,
            List<String> ciphers,
            OptionalInt timeoutSeconds) {}

    public Settings {
        notes = List.copyOf(notes);
    }

    /**
     * What settings come to, of which later ones win.
     *
     * @throws SiegeException naming each mistake with its place
     */
    public static Settings of(List<Directive> directives) {
        var values = new Values(directives);
        var notes = new ArrayList<String>();
        boolean get = values.flag("-g", false);
        boolean print = values.flag("-p", false);
        var settings =
                new Settings(
                        load(values, get, print, notes),
                        requests(values),
                        display(values, get, print),
                        log(values, get),
                        network(values),
                        values.text("url"),
                        values.text("file", "/etc/siege/urls.txt"),
                        List.of());
        if (get && settings.url.isEmpty()) {
            values.problems().add("-g: which URL? Write it at the end: spate siege -g URL");
        }
        if (!values.problems().isEmpty()) {
            throw new SiegeException(values.problems());
        }
        notes.addAll(withoutEffect(values));
        return settings.with(notes);
    }

    private Settings with(List<String> others) {
        return new Settings(load, requests, display, log, network, url, file, others);
    }

    private static Load load(Values values, boolean get, boolean print, List<String> notes) {
        boolean benchmark = values.flag("benchmark", false) || get;
        int asked = Math.max(1, values.number("concurrent", 1, 0, 1_000_000));
        int limit = values.number("limit", 255, 1, 1_000_000);
        boolean single = get || print;
        var amount = amount(values, notes);
        return new Load(
                single ? 1 : Math.min(asked, limit),
                single ? 1 : asked,
                limit,
                single ? new Amount.Repetitions(1) : amount,
                benchmark ? 0 : values.decimal("delay", 0),
                values.flag("internet", false),
                benchmark,
                values.number("failures", 1024, 0, Integer.MAX_VALUE));
    }

    private static Amount amount(Values values, List<String> notes) {
        int seconds = values.time("time");
        boolean once = values.text("reps", "").equalsIgnoreCase("once");
        int reps = once ? 0 : values.number("reps", 0, 0, Integer.MAX_VALUE);
        if (seconds > 0) {
            if (reps > 0) {
                notes.add(
                        "both a time and a number of repetitions are set: the time counts, "
                                + seconds
                                + " seconds");
            }
            return new Amount.Time(seconds);
        }
        if (once) {
            return new Amount.Once();
        }
        return reps > 0 ? new Amount.Repetitions(reps) : new Amount.Endless();
    }

    private static Requests requests(Values values) {
        return new Requests(
                values.each("header", Settings::header),
                values.text("user-agent"),
                values.text("content-type", "application/x-www-form-urlencoded"),
                values.text("accept-encoding", "*"),
                values.text("connection", "close")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("keep-alive"),
                values.number("timeout", 30, 1, 100_000),
                values.flag("follow-location", true),
                values.flag("parser", false),
                values.each("nofollow", it -> it),
                values.flag("cookies", true),
                values.flag("expire-session", false),
                !values.text("url-escaping", "true").equalsIgnoreCase("false"),
                values.each("login-url", it -> it),
                values.each("login", Login::parse),
                values.text("gmethod", "HEAD").equalsIgnoreCase("GET") ? "GET" : "HEAD");
    }

    private static String header(String text) {
        if (text.indexOf(':') < 1) {
            throw new IllegalArgumentException(
                    "no ':' in header '%s': it is 'Name: value'".formatted(text));
        }
        return text;
    }

    private static Display display(Values values, boolean get, boolean print) {
        boolean json = values.flag("json_output", false);
        boolean quiet = values.flag("quiet", false) || json;
        return new Display(
                values.flag("verbose", false) && !quiet && !get && !print,
                quiet,
                !values.text("color", "on").matches("(?i)false|off"),
                values.flag("csv", false),
                values.flag("timestamp", false),
                values.flag("fullurl", false),
                values.flag("display-id", false),
                json,
                json && values.find("json_output").filter(Directive::isFlag).isPresent(),
                values.flag("debug", false) && !quiet,
                get,
                print);
    }

    private static Log log(Values values, boolean get) {
        var mark = values.text("mark");
        return new Log(
                (values.flag("logging", false) || mark.isPresent()) && !get,
                values.text("logfile", "/var/log/siege.log"),
                values.flag("show-logfile", false),
                mark);
    }

    private static Network network(Values values) {
        return new Network(
                values.text("proxy-host"),
                values.number("proxy-port", 3128, 1, 65_535),
                values.each("proxy-login", Login::parse),
                tls(values));
    }

    private static Tls tls(Values values) {
        var certificate = values.text("ssl-cert");
        var key = values.text("ssl-key");
        if (key.isPresent() && certificate.isEmpty()) {
            values.problems()
                    .add(
                            place(values, "ssl-key")
                                    + ": ssl-key needs ssl-cert, the certificate that it belongs to");
        }
        int seconds = values.number("ssl-timeout", 0, 1, 100_000);
        return new Tls(
                certificate,
                key,
                values.parsed("ssl-ciphers", CipherNames::iana).orElse(List.of()),
                seconds > 0 ? OptionalInt.of(seconds) : OptionalInt.empty());
    }

    /** What siege would do and Spate does not. */
    private static List<String> withoutEffect(Values values) {
        var notes = new ArrayList<String>();
        if (values.flag("cache", false)) {
            notes.add(placed(values, "cache") + "every request goes to the server");
        }
        if (values.text("protocol", "HTTP/1.1").equalsIgnoreCase("HTTP/1.0")) {
            notes.add(placed(values, "protocol") + "requests are HTTP/1.1");
        }
        if (!values.flag("zero-data-ok", true)) {
            notes.add(placed(values, "zero-data-ok") + "an empty body is no failure");
        }
        return notes;
    }

    private static String place(Values values, String key) {
        return values.find(key).map(Directive::place).orElse("");
    }

    private static String placed(Values values, String key) {
        return values.find(key)
                .map(it -> "%s: %s = %s has no effect: ".formatted(it.place(), key, it.value()))
                .orElse("");
    }
}
