package io.spate.script.yaml;

import io.spate.http.ExtractionException;
import io.spate.http.HttpRequest;
import io.spate.http.HttpResponse;
import io.spate.script.User;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A virtual user that does steps: its variables. Belongs to the user's thread. */
final class YamlSession {
    private final User user;
    private final List<String> names;
    private final @Nullable String[] values;

    YamlSession(User user, List<String> names) {
        this.user = user;
        this.names = names;
        this.values = new String[names.size()];
    }

    User user() {
        return user;
    }

    /** The value of a variable. Throws where no step has set it for this user. */
    String variable(int index) {
        var value = values[index];
        if (value == null) {
            throw new NoSuchElementException(
                    "${%s} has no value: the step that extracts it has not run for this user"
                            .formatted(names.get(index)));
        }
        return value;
    }

    void run(List<Step> steps) {
        for (var step : steps) {
            switch (step) {
                case Step.Pause(var min, var max) ->
                        user.sleep(Duration.ofNanos(user.random().nextLong(min, max + 1)));
                case Step.Request request -> send(request);
            }
        }
    }

    private void send(Step.Request step) {
        var request = start(step);
        step.name().ifPresent(request::name);
        step.headers().forEach((name, value) -> request.header(name, value.render(this)));
        step.query().forEach((name, value) -> request.query(name, value.render(this)));
        step.body().ifPresent(body -> write(request, body));
        var response = request.send();
        for (var check : step.checks()) {
            user.check(check.name(), holds(check.condition(), response));
        }
        for (var extraction : step.extractions()) {
            values[extraction.variable()] = response.json(extraction.path());
        }
    }

    private HttpRequest start(Step.Request step) {
        return switch (step.address()) {
            case Step.Address.Whole(var url) ->
                    user.request(step.method(), AddressBinder.withoutBraces(url.render(this)));
            case Step.Address.Path(var pattern, var places) -> {
                var request = user.request(step.method(), pattern);
                for (var place : places) {
                    request.path(place.name(), Template.value(place.value(), this));
                }
                yield request;
            }
        };
    }

    private void write(HttpRequest request, Step.Body body) {
        switch (body) {
            case Step.Body.Json(var json) -> request.body(json.render(this), "application/json");
            case Step.Body.Form(var fields) ->
                    fields.forEach((name, value) -> request.form(name, value.render(this)));
            case Step.Body.Text(var text, var contentType) ->
                    request.body(text.render(this), contentType);
        }
    }

    private boolean holds(Step.Condition condition, HttpResponse response) {
        return switch (condition) {
            case Step.Condition.StatusIn(var ranges) -> isIn(ranges, response.status());
            case Step.Condition.Contains(var text) -> contains(response, text.render(this));
            case Step.Condition.JsonEquals(var path, var value) ->
                    response.jsonIfPresent(path).filter(value.render(this)::equals).isPresent();
            case Step.Condition.FasterThan(var millis) ->
                    response.status() != 0 && response.durationMillis() < millis;
        };
    }

    private static boolean isIn(List<Step.Range> ranges, int status) {
        for (var range : ranges) {
            if (range.contains(status)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(HttpResponse response, String text) {
        try {
            return response.body().contains(text);
        } catch (ExtractionException _) {
            return false;
        }
    }
}
