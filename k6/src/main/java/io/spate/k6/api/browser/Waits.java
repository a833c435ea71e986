package io.spate.k6.api.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Waits for what other calls bring about. */
final class Waits {
    private Waits() {}

    @SuppressWarnings("deprecation") // what replaces it has to know where the navigation leads
    static @Nullable Response around(Page page, Call call, Runnable others) {
        return switch (call.method()) {
            case "waitForNavigation" ->
                    page.waitForNavigation(
                            call.options(0, Page.WaitForNavigationOptions.class), others);
            case "waitForResponse" ->
                    Call.pattern(call.arg(0)) instanceof Pattern pattern
                            ? page.waitForResponse(pattern, others)
                            : page.waitForResponse(call.text(0), others);
            case "waitForRequest" ->
                    (Call.pattern(call.arg(0)) instanceof Pattern pattern
                                    ? page.waitForRequest(pattern, others)
                                    : page.waitForRequest(call.text(0), others))
                            .response();
            default -> throw Chromium.unknown(call);
        };
    }
}
