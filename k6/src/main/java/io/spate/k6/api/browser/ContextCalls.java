package io.spate.k6.api.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Geolocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What can be asked of contexts, but for what opens and closes their pages. */
final class ContextCalls {
    private ContextCalls() {}

    static @Nullable Object make(Call call, BrowserContext context) {
        switch (call.method()) {
            case "cookies" -> {
                return cookies(context.cookies(texts(call)));
            }
            case "addCookies" -> {
                var all = new ArrayList<Cookie>();
                call.arg(0).forEach(it -> all.add(cookie(it)));
                context.addCookies(all);
            }
            case "clearCookies" -> context.clearCookies();
            case "addInitScript" -> context.addInitScript(call.text(0));
            case "grantPermissions" -> context.grantPermissions(texts(call));
            case "clearPermissions" -> context.clearPermissions();
            case "setDefaultTimeout" -> context.setDefaultTimeout(call.number(0));
            case "setDefaultNavigationTimeout" ->
                    context.setDefaultNavigationTimeout(call.number(0));
            case "setOffline" -> context.setOffline(call.flag(0));
            case "setGeolocation" ->
                    context.setGeolocation(
                            new Geolocation(
                                    call.arg(0).path("latitude").asDouble(),
                                    call.arg(0).path("longitude").asDouble()));
            default -> throw Chromium.unknown(call);
        }
        return null;
    }

    private static List<String> texts(Call call) {
        var all = new ArrayList<String>();
        if (call.arg(0).isString()) {
            all.add(call.text(0));
        }
        call.arg(0).forEach(it -> all.add(Call.text(it)));
        return all;
    }

    private static Cookie cookie(tools.jackson.databind.JsonNode given) {
        var cookie = new Cookie(given.path("name").asString(""), Call.text(given.path("value")));
        given.path("url").stringValueOpt().ifPresent(cookie::setUrl);
        given.path("domain").stringValueOpt().ifPresent(cookie::setDomain);
        given.path("path").stringValueOpt().ifPresent(cookie::setPath);
        if (given.path("expires").isNumber()) {
            cookie.setExpires(given.path("expires").asDouble());
        }
        return cookie.setHttpOnly(given.path("httpOnly").asBoolean(false))
                .setSecure(given.path("secure").asBoolean(false));
    }

    private static ArrayNode cookies(List<Cookie> all) {
        var list = JsonMapper.shared().createArrayNode();
        for (var each : all) {
            list.addObject()
                    .put("name", each.name)
                    .put("value", each.value)
                    .put("domain", each.domain)
                    .put("path", each.path)
                    .put("expires", each.expires)
                    .put("httpOnly", each.httpOnly)
                    .put("secure", each.secure)
                    .put("sameSite", String.valueOf(each.sameSite));
        }
        return list;
    }
}
