package io.spate.k6;

import io.spate.k6.api.browser.BrowserModule;
import io.spate.k6.api.console.ConsoleModule;
import io.spate.k6.api.console.GlobalTimersModule;
import io.spate.k6.api.console.TimersModule;
import io.spate.k6.api.core.CoreModule;
import io.spate.k6.api.crypto.CryptoModule;
import io.spate.k6.api.data.DataModule;
import io.spate.k6.api.encoding.EncodingModule;
import io.spate.k6.api.execution.ExecutionModule;
import io.spate.k6.api.files.FilesModule;
import io.spate.k6.api.html.HtmlModule;
import io.spate.k6.api.http.HttpModule;
import io.spate.k6.api.metrics.MetricsModule;
import io.spate.k6.api.redis.RedisModule;
import io.spate.k6.api.secrets.SecretsModule;
import io.spate.k6.api.webcrypto.WebCryptoModule;
import io.spate.k6.api.websocket.SocketsModule;
import io.spate.k6.load.ModuleCache;
import io.spate.k6.load.RemoteModules;
import io.spate.k6.remote.StandIns;
import io.spate.k6.vu.AliasModule;
import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.CodeModule;
import java.nio.file.Path;
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
                        new CodeModule("$http/message", HttpModule.class, "message.js"),
                        new CodeModule("$http/pages", HttpModule.class, "pages.js"),
                        new CodeModule("$http/jar", HttpModule.class, "jar.js"),
                        new MetricsModule(),
                        new DataModule(),
                        new ExecutionModule(),
                        new EncodingModule(),
                        new CryptoModule(),
                        new WebCryptoModule(),
                        new AliasModule("k6/experimental/webcrypto", "$webcrypto"),
                        new HtmlModule(),
                        new BrowserModule(),
                        new SecretsModule(),
                        new FilesModule(),
                        new CodeModule("$caller", FilesModule.class, "caller.js"),
                        new CodeModule("k6/experimental/csv", FilesModule.class, "csv.js"),
                        new CodeModule("k6/experimental/streams", FilesModule.class, "streams.js"),
                        new CodeModule(
                                "k6/experimental/tracing",
                                StandIns.class,
                                "http-instrumentation-tempo.js"),
                        new RedisModule(),
                        new AliasModule("k6/x/redis", "k6/experimental/redis"),
                        new SocketsModule("k6/ws", "ws.js"),
                        new SocketsModule("k6/websockets", "websockets.js"),
                        new AliasModule("k6/experimental/websockets", "k6/websockets"),
                        new AliasModule("k6/experimental/timers", "k6/timers"),
                        new TimersModule(),
                        new GlobalTimersModule(),
                        new ConsoleModule()));
        return List.copyOf(all);
    }

    /**
     * Those of other servers.
     *
     * @param cache a folder with copies of more
     */
    static RemoteModules remote(Path cache) {
        return new RemoteModules(StandIns.all(), new ModuleCache(cache.toAbsolutePath()));
    }
}
