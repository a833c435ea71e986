package io.spate.script.yaml.step;

import io.spate.http.HttpRequest;
import io.spate.http.HttpResponse;
import io.spate.script.yaml.step.Extraction.Pick;
import io.spate.script.yaml.step.Match.Question;
import io.spate.script.yaml.step.RequestStep.Address;
import io.spate.script.yaml.step.RequestStep.Auth;
import io.spate.script.yaml.step.RequestStep.Body;
import io.spate.script.yaml.step.RequestStep.Options;
import io.spate.script.yaml.step.RequestStep.Piece;
import io.spate.script.yaml.text.Template;
import java.util.Optional;

/** Sends the requests of one virtual user. */
final class Requests {
    private final YamlSession session;

    Requests(YamlSession session) {
        this.session = session;
    }

    /** Sends a request, counts its checks and takes what it extracts. */
    HttpResponse send(RequestStep step) {
        var request = start(step);
        if (step.name().isPresent()) {
            request.name(step.name().get());
        }
        step.headers().forEach((name, value) -> request.header(name, value.render(session)));
        step.query().forEach((name, value) -> request.query(name, value.render(session)));
        if (step.body().isPresent()) {
            write(request, step.body().get());
        }
        if (step.auth().isPresent()) {
            authorize(request, step.auth().get());
        }
        set(request, step.options());
        for (var match : step.expectations()) {
            expect(request, match);
        }
        var response = request.send();
        for (var check : step.checks()) {
            session.user().check(check.name(), Answers.holds(check, response, session));
        }
        for (var extraction : step.extractions()) {
            extract(extraction, response);
        }
        return response;
    }

    private HttpRequest start(RequestStep step) {
        return switch (step.address()) {
            case Address.Whole(var url) ->
                    session.user()
                            .request(
                                    step.method(),
                                    AddressBinder.withoutBraces(url.render(session)));
            case Address.Path(var pattern, var places) -> {
                var request = session.user().request(step.method(), pattern);
                for (var place : places) {
                    request.path(place.name(), Template.value(place.value(), session));
                }
                yield request;
            }
        };
    }

    private void write(HttpRequest request, Body body) {
        switch (body) {
            case Body.Json(var json) -> request.body(json.render(session), "application/json");
            case Body.Form(var fields) ->
                    fields.forEach((name, value) -> request.form(name, value.render(session)));
            case Body.Text(var text, var type) -> request.body(text.render(session), type);
            case Body.Whole(var file, var type) -> request.bodyFile(file, type);
            case Body.Multipart(var pieces) -> pieces.forEach(it -> write(request, it));
        }
    }

    private void write(HttpRequest request, Piece piece) {
        switch (piece) {
            case Piece.Field(var name, var value) -> request.part(name, value.render(session));
            case Piece.Upload(var name, var file, var type) -> {
                if (type.isEmpty()) {
                    request.file(name, file);
                } else {
                    request.file(name, file, type);
                }
            }
        }
    }

    private void authorize(HttpRequest request, Auth auth) {
        switch (auth) {
            case Auth.Basic(var user, var password) ->
                    request.basicAuth(user.render(session), password.render(session));
            case Auth.Bearer(var token) -> request.bearer(token.render(session));
        }
    }

    private void set(HttpRequest request, Options options) {
        options.timeout().ifPresent(request::timeout);
        options.connectTimeout().ifPresent(request::connectTimeout);
        options.firstByteTimeout().ifPresent(request::firstByteTimeout);
        options.redirects().ifPresent(request::redirects);
        if (options.compressed()) {
            request.compressed();
        }
        if (options.acceptCompressed()) {
            request.acceptCompressed();
        }
        if (options.discardBody()) {
            request.discardBody();
        }
        options.saveTo().ifPresent(request::saveTo);
        options.tags().forEach((name, value) -> request.tag(name, value.render(session)));
    }

    /** Statuses that are expected anyway need no list of their own, only a look at the response. */
    private void expect(HttpRequest request, Match match) {
        if (match.questions().size() == 1
                && match.questions().getFirst() instanceof Question.StatusIn statuses
                && !statuses.areExpectedAnyway()) {
            request.expectStatus(statuses.all());
        } else {
            request.expect(match.name(), it -> Answers.holds(match, it, session));
        }
    }

    private void extract(Extraction extraction, HttpResponse response) {
        if (extraction.pick() == Pick.ALL) {
            var all = Finder.all(extraction.from(), response, session);
            session.user().session().set(extraction.variable(), all);
            return;
        }
        var value = value(extraction, response);
        if (value.isPresent()) {
            session.user().session().set(extraction.variable(), value.get());
        } else {
            session.user().session().remove(extraction.variable());
        }
    }

    private Optional<String> value(Extraction extraction, HttpResponse response) {
        var found = found(extraction, response);
        if (found.isEmpty() && extraction.otherwise().isPresent()) {
            return Optional.of(extraction.otherwise().get().render(session));
        }
        if (found.isEmpty() && !extraction.optional()) {
            // Asked again, for an exception that says what the response was.
            return Optional.of(Finder.get(extraction.from(), response, session));
        }
        return found;
    }

    private Optional<String> found(Extraction extraction, HttpResponse response) {
        return switch (extraction.pick()) {
            case FIRST -> Finder.find(extraction.from(), response, session);
            case LAST, RANDOM, ALL -> {
                var all = Finder.all(extraction.from(), response, session);
                if (all.isEmpty()) {
                    yield Optional.empty();
                }
                yield Optional.of(
                        extraction.pick() == Pick.RANDOM
                                ? all.get(session.random().nextInt(all.size()))
                                : all.getLast());
            }
        };
    }
}
