package io.spate.k6.remote;

import io.spate.k6.load.RemoteModules.StandIn;
import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.CodeModule;
import java.util.List;
import java.util.regex.Pattern;

/** The modules that scripts import by URL and that Spate has code of its own for. */
public final class StandIns {
    private StandIns() {}

    /** All of them, for every version that a URL may name. */
    public static List<StandIn> all() {
        return List.of(
                ofJslib("k6-utils"),
                ofJslib("k6-summary"),
                ofJslib("k6-testing"),
                ofJslib("k6chaijs"),
                ofJslib("url"),
                ofJslib("papaparse"),
                ofJslib("httpx"),
                ofJslib("formdata"),
                ofJslib("http-instrumentation-tempo"),
                ofJslib("http-instrumentation-pyroscope"),
                of("https://jslib\\.k6\\.io/form-data/.*", "formdata"),
                of("https://[^?]*\\bpapaparse\\b[^?]*\\.js", "papaparse"),
                of("https://[^?]*/uuid[@/][^?]*\\.js", "uuid"),
                of("https://[^?]*/benc-uk/k6-reporter[@/][^?]*bundle\\.js", "k6-reporter"));
    }

    private static StandIn ofJslib(String name) {
        return of("https://jslib\\.k6\\.io/" + Pattern.quote(name) + "/[^/]+/[^?]*\\.js", name);
    }

    private static StandIn of(String url, String resource) {
        return new StandIn(
                Pattern.compile(url), () -> ApiModule.resource(StandIns.class, resource + ".js"));
    }

    /** What several of them share; scripts do not import it. */
    public static List<ApiModule> shared() {
        return List.of(new CodeModule("$remote/equality", StandIns.class, "equality.js"));
    }
}
