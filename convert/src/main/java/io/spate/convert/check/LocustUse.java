package io.spate.convert.check;

import io.spate.convert.python.Py;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Looks at what a locustfile does with users, clients, responses, events and the runner. */
final class LocustUse {
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options", "request", "rest");

    private static final Set<String> ARGUMENTS =
            Set.of(
                    ("name catch_response context params data headers cookies files auth timeout"
                                    + " allow_redirects proxies hooks stream verify cert json"
                                    + " method url")
                            .split(" "));

    private static final Set<String> CLIENT =
            Set.of(
                    ("request_name rename_request base_url headers cookies auth verify proxies cert"
                                    + " hooks params stream timeout mount close trust_env"
                                    + " max_redirects user request_event")
                            .split(" "));

    private static final Set<String> RESPONSE =
            Set.of(
                    ("status_code text content json ok headers cookies elapsed url reason encoding"
                                    + " request success failure raise_for_status iter_lines"
                                    + " iter_content history is_redirect links error js close"
                                    + " apparent_encoding request_meta raw")
                            .split(" "));

    private static final Set<String> EVENTS =
            Set.of(
                    ("request request_success request_failure user_error spawning_complete quitting"
                                    + " quit init init_command_line_parser test_start test_stopping"
                                    + " test_stop reset_stats register")
                            .split(" "));

    /** Those of Locust that nothing here fires. */
    private static final Set<String> SILENT =
            Set.of(
                    ("report_to_master worker_report worker_connect cpu_warning heartbeat_sent"
                                    + " heartbeat_received usage_monitor")
                            .split(" "));

    private static final Map<String, String> MEMBERS =
            Map.of(
                    "task_set", "task_set was Locust's before 1.0: write tasks = [...]",
                    "pool_manager", "pool_manager has no effect: connections are Spate's own",
                    "client_pool", "client_pool has no effect: connections are Spate's own",
                    "ssl_context_factory", "ssl_context_factory has no effect",
                    "max_retries", "max_retries has no effect: what fails is counted",
                    "concurrency", "concurrency has no effect: it is not limited");

    private static final Map<String, String> CALLS =
            Map.of(
                    "HTTPDigestAuth", "logging in by digest is not supported",
                    "os.system", "scripts start no process",
                    "os.popen", "scripts start no process",
                    "os.fork", "scripts start no process",
                    "subprocess.run", "scripts start no process",
                    "subprocess.call", "scripts start no process",
                    "subprocess.check_output", "scripts start no process",
                    "subprocess.Popen", "scripts start no process",
                    "multiprocessing.Process", "scripts start no process");

    private final BiConsumer<Py, String> missing;
    private final BiConsumer<Py, String> ineffective;
    private final Set<String> responses = new HashSet<>();
    private boolean ownClient;

    /**
     * Takes what it finds.
     *
     * @param missing what is not there: a run that comes to it fails
     * @param ineffective what is there, and does nothing
     */
    LocustUse(BiConsumer<Py, String> missing, BiConsumer<Py, String> ineffective) {
        this.missing = missing;
        this.ineffective = ineffective;
    }

    /** Looks through a file. */
    void read(Py file) {
        file.walk(this::note);
        file.walk(this::visit);
    }

    /** Finds clients that are not Locust's, and which names are responses. */
    private void note(Py node) {
        if (node.is("Assign")) {
            for (var target : node.all("targets")) {
                ownClient |= target.path().equals("client") || target.path().endsWith(".client");
                bind(target, node.at("value"));
            }
        }
        if (node.is("With")) {
            node.all("items").forEach(it -> bind(it.at("optional_vars"), it.at("context_expr")));
        }
    }

    private void bind(Py target, Py value) {
        if (target.is("Name") && value.is("Call") && METHODS.contains(member(value.at("func")))) {
            responses.add(target.path());
        } else if (target.is("Name")) {
            // A name that is now this and now that is left alone.
            responses.remove(target.path());
        }
    }

    /** The last part of {@code self.client.get}; empty where it is no member of a client. */
    private static String member(Py function) {
        var owner = function.at("value").path();
        return owner.endsWith(".client") && function.is("Attribute") ? function.string("attr") : "";
    }

    private void visit(Py node) {
        switch (node.type()) {
            case "Call" -> call(node);
            case "Attribute" -> attribute(node);
            case "ClassDef" -> members(node);
            default -> {}
        }
    }

    private void call(Py node) {
        var function = node.at("func");
        var problem = CALLS.get(function.path());
        if (problem != null) {
            missing.accept(node, problem);
        }
        if (!ownClient && METHODS.contains(member(function))) {
            for (var keyword : node.all("keywords")) {
                var name = keyword.string("arg");
                if (!name.isEmpty() && !ARGUMENTS.contains(name)) {
                    missing.accept(
                            node,
                            "%s() has no argument %s".formatted(function.string("attr"), name));
                }
            }
        }
        if (function.is("Attribute")
                && function.string("attr").equals("mount")
                && !node.argument(1).string("id").isEmpty()
                && node.all("args").size() == 2) {
            ineffective.accept(node, "mount() has no effect: connections are Spate's own");
        }
    }

    private void attribute(Py node) {
        var name = node.string("attr");
        var owner = node.at("value").path();
        if (!ownClient && !member(node).isEmpty()) {
            unless(
                    METHODS.contains(name) || CLIENT.contains(name),
                    node,
                    "the client has no " + name);
        }
        if (owner.equals("events") || owner.equals("locust.events")) {
            if (SILENT.contains(name)) {
                ineffective.accept(node, "nothing here fires the event " + name);
            } else {
                unless(EVENTS.contains(name), node, "there is no event " + name);
            }
        }
        if (owner.endsWith("environment") && name.equals("web_ui")) {
            ineffective.accept(node, "there is no web page: web_ui is None");
        }
        if (responses.contains(owner)) {
            unless(RESPONSE.contains(name), node, "a response has no " + name);
        }
    }

    private void unless(boolean there, Py node, String problem) {
        if (!there) {
            missing.accept(node, problem);
        }
    }

    /** What stands in a class of users. */
    private void members(Py node) {
        boolean isUser =
                node.all("bases").stream()
                        .map(Py::path)
                        .anyMatch(it -> it.endsWith("User") || it.endsWith("Locust"));
        if (isUser) {
            Consumer<Py> each =
                    it ->
                            it.all("targets")
                                    .forEach(
                                            target -> {
                                                var problem = MEMBERS.get(target.path());
                                                if (problem != null) {
                                                    ineffective.accept(it, problem);
                                                }
                                            });
            node.all("body").stream().filter(it -> it.is("Assign")).forEach(each);
        }
    }
}
