package io.spate.cli.web;

import io.spate.cli.process.UsageException;
import io.spate.script.ScriptException;
import io.spate.web.api.BadRequest;
import io.spate.web.api.Mistake;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a run cannot be, as a page places it: by the field of its form, or the line of the plan. */
final class PlanMistakes {
    private static final Pattern FLAG = Pattern.compile("--([a-z-]+)");
    private static final Pattern TARGET =
            Pattern.compile("unknown host|allowed targets|cannot reach");
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("users", "users"),
                    Map.entry("spawn-rate", "spawn_rate"),
                    Map.entry("duration", "duration_ms"),
                    Map.entry("rate", "rate"),
                    Map.entry("max-users", "max_users"),
                    Map.entry("stage", "points"),
                    Map.entry("rate-stage", "points"),
                    Map.entry("target", "target"),
                    Map.entry("host", "target"),
                    Map.entry("tag", "tags"),
                    Map.entry("env", "variables"),
                    Map.entry("environment", "environment"));

    private PlanMistakes() {}

    static BadRequest of(Exception thrown) {
        if (thrown instanceof UsageException && thrown.getCause() instanceof ScriptException e) {
            return of(e);
        }
        if (thrown instanceof ScriptException e) {
            return of(e);
        }
        if (thrown instanceof BadRequest e) {
            return e;
        }
        var message = String.valueOf(thrown.getMessage());
        return new BadRequest(
                message.contains("allowed targets") ? 403 : 422,
                List.of(new Mistake(message, field(message), null, null)));
    }

    private static BadRequest of(ScriptException e) {
        return new BadRequest(
                422,
                e.problems().stream()
                        .map(
                                it ->
                                        new Mistake(
                                                it.message(),
                                                it.line() > 0 ? "plan" : field(it.message()),
                                                it.line() > 0 ? it.line() : null,
                                                it.column() > 0 ? it.column() : null))
                        .toList());
    }

    private static @Nullable String field(String message) {
        if (TARGET.matcher(message).find()) {
            return "target";
        }
        var flag = FLAG.matcher(message);
        return flag.find() ? FIELDS.get(flag.group(1)) : null;
    }
}
