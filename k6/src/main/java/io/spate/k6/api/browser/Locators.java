package io.spate.k6.api.browser;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds elements the way that a script describes, step by step. */
final class Locators {
    private Locators() {}

    static Locator find(Page page, JsonNode chain) {
        @Nullable Locator at = null;
        @Nullable FrameLocator frame = null;
        for (var step : chain) {
            var name = step.path(0).asString("");
            switch (name) {
                case "frameLocator" -> {
                    var selector = Call.text(step.path(1));
                    frame = at == null ? page.frameLocator(selector) : at.frameLocator(selector);
                    at = null;
                }
                case "contentFrame" -> {
                    frame = Objects.requireNonNull(at).contentFrame();
                    at = null;
                }
                case "locator" -> {
                    var selector = Call.text(step.path(1));
                    at =
                            at != null
                                    ? at.locator(selector)
                                    : frame != null
                                            ? frame.locator(selector)
                                            : page.locator(selector);
                }
                default -> at = step(at == null ? root(page, frame) : at, name, step);
            }
        }
        return Objects.requireNonNull(at);
    }

    private static Locator root(Page page, @Nullable FrameLocator frame) {
        return frame == null ? page.locator(":root") : frame.locator(":root");
    }

    private static Locator step(Locator at, String name, JsonNode step) {
        return switch (name) {
            case "first" -> at.first();
            case "last" -> at.last();
            case "nth" -> at.nth(step.path(1).asInt());
            case "filter" -> filter(at, step.path(1));
            case "getByRole" -> byRole(at, step);
            default -> by(at, name, Call.pattern(step.path(1)), step.path(2));
        };
    }

    private static Locator filter(Locator at, JsonNode wanted) {
        var options = new Locator.FilterOptions();
        options.hasText = wanted.has("hasText") ? Call.pattern(wanted.path("hasText")) : null;
        options.hasNotText =
                wanted.has("hasNotText") ? Call.pattern(wanted.path("hasNotText")) : null;
        return at.filter(options);
    }

    private static Locator byRole(Locator at, JsonNode step) {
        var role = AriaRole.valueOf(Call.text(step.path(1)).toUpperCase(Locale.ROOT));
        var wanted = step.path(2).isObject() ? (ObjectNode) step.path(2).deepCopy() : null;
        if (wanted == null) {
            return at.getByRole(role);
        }
        var name = wanted.remove("name");
        var options = Call.options(wanted, Locator.GetByRoleOptions.class);
        options.name = name == null ? null : Call.pattern(name);
        return at.getByRole(role, options);
    }

    private static Locator by(Locator at, String name, Object text, JsonNode more) {
        boolean exact = more.path("exact").asBoolean(false);
        return switch (name) {
            case "getByText" -> {
                var options = new Locator.GetByTextOptions().setExact(exact);
                yield text instanceof Pattern it
                        ? at.getByText(it, options)
                        : at.getByText((String) text, options);
            }
            case "getByLabel" -> {
                var options = new Locator.GetByLabelOptions().setExact(exact);
                yield text instanceof Pattern it
                        ? at.getByLabel(it, options)
                        : at.getByLabel((String) text, options);
            }
            case "getByPlaceholder" -> {
                var options = new Locator.GetByPlaceholderOptions().setExact(exact);
                yield text instanceof Pattern it
                        ? at.getByPlaceholder(it, options)
                        : at.getByPlaceholder((String) text, options);
            }
            case "getByAltText" -> {
                var options = new Locator.GetByAltTextOptions().setExact(exact);
                yield text instanceof Pattern it
                        ? at.getByAltText(it, options)
                        : at.getByAltText((String) text, options);
            }
            case "getByTitle" -> {
                var options = new Locator.GetByTitleOptions().setExact(exact);
                yield text instanceof Pattern it
                        ? at.getByTitle(it, options)
                        : at.getByTitle((String) text, options);
            }
            case "getByTestId" ->
                    text instanceof Pattern it ? at.getByTestId(it) : at.getByTestId((String) text);
            default -> throw new IllegalArgumentException(name + "() is not supported");
        };
    }
}
