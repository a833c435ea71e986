package io.spate.k6;

import io.spate.k6.api.console.ConsoleModule;
import io.spate.k6.api.console.GlobalTimersModule;
import io.spate.k6.api.console.TimersModule;
import io.spate.k6.api.core.CoreModule;
import io.spate.k6.api.crypto.CryptoModule;
import io.spate.k6.api.data.DataModule;
import io.spate.k6.api.encoding.EncodingModule;
import io.spate.k6.api.execution.ExecutionModule;
import io.spate.k6.api.html.HtmlModule;
import io.spate.k6.api.http.HttpModule;
import io.spate.k6.api.metrics.MetricsModule;
import io.spate.k6.load.RemoteModules;
import io.spate.k6.remote.StandIns;
import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.CodeModule;
import java.util.ArrayList;
import java.util.List;

/** The modules that scripts can import. A new one is a line here. */
final class K6Modules {
    private K6Modules() {}

    /** Those with a bare name, and the globals. */
    static List<ApiModule> all() {
        var all = new ArrayList<ApiModule>(StandIns.shared());
        all.addAll(
                List.of(
                        new CoreModule(),
                        new HttpModule(),
                        new CodeModule("$http/response", HttpModule.class, "response.js"),
                        new CodeModule("$http/gjson", HttpModule.class, "gjson.js"),
                        new MetricsModule(),
                        new DataModule(),
                        new ExecutionModule(),
                        new EncodingModule(),
                        new CryptoModule(),
                        new CodeModule("$webcrypto", CryptoModule.class, "webcrypto.js"),
                        new HtmlModule(),
                        new TimersModule(),
                        new GlobalTimersModule(),
                        new ConsoleModule()));
        return List.copyOf(all);
    }

    /** Those of other servers. */
    static RemoteModules remote() {
        return StandIns.all();
    }
}
