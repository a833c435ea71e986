package io.spate.k6.api.browser;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be asked of pages, but for what opens and leaves them. */
final class PageCalls {
    private PageCalls() {}

    static @Nullable Object make(Call call, Page page) {
        switch (call.method()) {
            case "setContent" ->
                    page.setContent(call.text(0), call.options(1, Page.SetContentOptions.class));
            case "waitForTimeout" -> page.waitForTimeout(call.number(0));
            case "waitForLoadState" -> waitForLoadState(call, page);
            case "waitForURL" -> waitForUrl(call, page);
            case "waitForFunction" ->
                    page.waitForFunction(
                            call.text(0),
                            call.value(1),
                            call.options(2, Page.WaitForFunctionOptions.class));
            case "setViewportSize" ->
                    page.setViewportSize(
                            call.arg(0).path("width").asInt(), call.arg(0).path("height").asInt());
            case "setExtraHTTPHeaders" -> page.setExtraHTTPHeaders(headers(call));
            case "setDefaultTimeout" -> page.setDefaultTimeout(call.number(0));
            case "setDefaultNavigationTimeout" -> page.setDefaultNavigationTimeout(call.number(0));
            case "emulateMedia" ->
                    page.emulateMedia(call.options(0, Page.EmulateMediaOptions.class));
            case "bringToFront" -> page.bringToFront();
            case "touchscreen.tap" -> page.touchscreen().tap(call.number(0), call.number(1));
            default -> {
                return tell(call, page);
            }
        }
        return null;
    }

    private static @Nullable Object tell(Call call, Page page) {
        return switch (call.method()) {
            case "content" -> page.content();
            case "title" -> page.title();
            case "viewportSize" -> page.viewportSize();
            case "evaluate" -> page.evaluate(call.text(0), call.value(1));
            case "screenshot" ->
                    Base64.getEncoder()
                            .encodeToString(
                                    page.screenshot(call.options(0, Page.ScreenshotOptions.class)));
            default -> {
                input(call, page);
                yield null;
            }
        };
    }

    private static void input(Call call, Page page) {
        switch (call.method()) {
            case "keyboard.press" ->
                    page.keyboard()
                            .press(call.text(0), call.options(1, Keyboard.PressOptions.class));
            case "keyboard.type" ->
                    page.keyboard().type(call.text(0), call.options(1, Keyboard.TypeOptions.class));
            case "keyboard.down" -> page.keyboard().down(call.text(0));
            case "keyboard.up" -> page.keyboard().up(call.text(0));
            case "keyboard.insertText" -> page.keyboard().insertText(call.text(0));
            case "mouse.click" ->
                    page.mouse()
                            .click(
                                    call.number(0),
                                    call.number(1),
                                    call.options(2, Mouse.ClickOptions.class));
            case "mouse.dblclick" -> page.mouse().dblclick(call.number(0), call.number(1));
            case "mouse.move" -> page.mouse().move(call.number(0), call.number(1));
            case "mouse.down" -> page.mouse().down();
            case "mouse.up" -> page.mouse().up();
            default -> throw Chromium.unknown(call);
        }
    }

    private static void waitForLoadState(Call call, Page page) {
        var state =
                call.arg(0).isString()
                        ? LoadState.valueOf(call.text(0).toUpperCase(Locale.ROOT))
                        : LoadState.LOAD;
        page.waitForLoadState(state, call.options(1, Page.WaitForLoadStateOptions.class));
    }

    private static void waitForUrl(Call call, Page page) {
        var options = call.options(1, Page.WaitForURLOptions.class);
        if (Call.pattern(call.arg(0)) instanceof Pattern pattern) {
            page.waitForURL(pattern, options);
        } else {
            page.waitForURL(call.text(0), options);
        }
    }

    private static Map<String, String> headers(Call call) {
        var all = new TreeMap<String, String>();
        call.arg(0).properties().forEach(it -> all.put(it.getKey(), Call.text(it.getValue())));
        return all;
    }
}
