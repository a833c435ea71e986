package io.spate.k6.api.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What can be asked of elements. */
final class LocatorCalls {
    private LocatorCalls() {}

    static @Nullable Object make(Call call, Locator at) {
        switch (call.method()) {
            case "click" -> at.click(call.options(0, Locator.ClickOptions.class));
            case "dblclick" -> at.dblclick(call.options(0, Locator.DblclickOptions.class));
            case "tap" -> at.tap(call.options(0, Locator.TapOptions.class));
            case "hover" -> at.hover(call.options(0, Locator.HoverOptions.class));
            case "focus" -> at.focus(call.options(0, Locator.FocusOptions.class));
            case "fill" -> at.fill(call.text(0), call.options(1, Locator.FillOptions.class));
            case "clear" -> at.clear(call.options(0, Locator.ClearOptions.class));
            case "type", "pressSequentially" ->
                    at.pressSequentially(
                            call.text(0), call.options(1, Locator.PressSequentiallyOptions.class));
            case "press" -> at.press(call.text(0), call.options(1, Locator.PressOptions.class));
            case "check" -> at.check(call.options(0, Locator.CheckOptions.class));
            case "uncheck" -> at.uncheck(call.options(0, Locator.UncheckOptions.class));
            case "setChecked" ->
                    at.setChecked(call.flag(0), call.options(1, Locator.SetCheckedOptions.class));
            case "dispatchEvent" -> at.dispatchEvent(call.text(0), call.value(1));
            case "scrollIntoViewIfNeeded" -> at.scrollIntoViewIfNeeded();
            case "setInputFiles" -> at.setInputFiles(paths(call.arg(0)));
            case "waitFor" -> at.waitFor(call.options(0, Locator.WaitForOptions.class));
            default -> {
                return tell(call, at);
            }
        }
        return null;
    }

    private static @Nullable Object tell(Call call, Locator at) {
        return switch (call.method()) {
            case "selectOption" ->
                    at.selectOption(
                            chosen(call.arg(0)),
                            call.options(1, Locator.SelectOptionOptions.class));
            case "textContent" -> at.textContent(call.options(0, Locator.TextContentOptions.class));
            case "innerText" -> at.innerText(call.options(0, Locator.InnerTextOptions.class));
            case "innerHTML" -> at.innerHTML(call.options(0, Locator.InnerHTMLOptions.class));
            case "inputValue" -> at.inputValue(call.options(0, Locator.InputValueOptions.class));
            case "getAttribute" ->
                    at.getAttribute(
                            call.text(0), call.options(1, Locator.GetAttributeOptions.class));
            case "isVisible" -> at.isVisible();
            case "isHidden" -> at.isHidden();
            case "isEnabled" -> at.isEnabled();
            case "isDisabled" -> at.isDisabled();
            case "isEditable" -> at.isEditable();
            case "isChecked" -> at.isChecked();
            case "count" -> at.count();
            case "boundingBox" -> at.boundingBox();
            case "evaluate" -> at.evaluate(call.text(0), call.value(1));
            case "screenshot" ->
                    Base64.getEncoder()
                            .encodeToString(
                                    at.screenshot(
                                            call.options(0, Locator.ScreenshotOptions.class)));
            default -> throw Chromium.unknown(call);
        };
    }

    private static SelectOption[] chosen(JsonNode value) {
        var all = new ArrayList<SelectOption>();
        for (var each : value.isArray() ? value : List.of(value)) {
            all.add(
                    each.isObject()
                            ? Call.options(each, SelectOption.class)
                            : new SelectOption().setValue(Call.text(each)));
        }
        return all.toArray(new SelectOption[0]);
    }

    private static Path[] paths(JsonNode value) {
        var all = new ArrayList<Path>();
        for (var each : value.isArray() ? value : List.of(value)) {
            all.add(Path.of(Call.text(each)));
        }
        return all.toArray(new Path[0]);
    }
}
