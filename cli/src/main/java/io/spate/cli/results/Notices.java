package io.spate.cli.results;

import io.spate.cli.flags.ReportFlags;
import io.spate.cli.process.UsageException;
import io.spate.report.json.Results;
import io.spate.report.notice.SlackMessage;
import io.spate.report.notice.WebhookMessage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who is told of a run when it has ended: Slack, and any program that takes JSON. The addresses are
 * secrets: who knows one can write there.
 */
public final class Notices {
    private static final String SLACK = "SLACK_WEBHOOK_URL";

    private final List<Receiver> receivers;
    private final Optional<String> link;

    private Notices(List<Receiver> receivers, Optional<String> link) {
        this.receivers = List.copyOf(receivers);
        this.link = link;
    }

    /** The name of a receiver is all of its address that may be shown. */
    private record Receiver(String name, URI address, boolean slack) {
        String message(Results results, Optional<String> link) {
            return slack ? SlackMessage.json(results, link) : WebhookMessage.json(results, link);
        }
    }

    /**
     * Those that flags and variables name.
     *
     * @throws UsageException where an address is none; it does not show it
     */
    public static Notices of(ReportFlags flags, Map<String, String> env) {
        var receivers = new ArrayList<Receiver>();
        var slack = env.getOrDefault(SLACK, "").strip();
        if (!slack.isEmpty()) {
            receivers.add(new Receiver("Slack", address(SLACK, slack), true));
        }
        for (var url : flags.receivers()) {
            var address = address("--notify", url.strip());
            receivers.add(new Receiver(address.getHost(), address, false));
        }
        return new Notices(receivers, flags.reportUrl().or(() -> job(env)));
    }

    private static URI address(String origin, String url) {
        try {
            var address = new URI(url);
            var scheme = String.valueOf(address.getScheme());
            if (address.getHost() != null && scheme.matches("https?")) {
                return address;
            }
        } catch (URISyntaxException _) {
            // Its message shows the address.
        }
        throw new UsageException(
                origin
                        + " is no address: it begins with https:// and a host. (It is not shown, as"
                        + " it is a secret.)");
    }

    /** The page of the CI job that this is. */
    private static Optional<String> job(Map<String, String> env) {
        var gitlab = Optional.ofNullable(env.get("CI_JOB_URL"));
        var run = env.get("GITHUB_RUN_ID");
        var repository = env.get("GITHUB_REPOSITORY");
        return run == null || repository == null
                ? gitlab
                : Optional.of(
                        "%s/%s/actions/runs/%s"
                                .formatted(
                                        env.getOrDefault("GITHUB_SERVER_URL", "https://github.com"),
                                        repository,
                                        run));
    }

    /** Whom there is to tell, for people to read. */
    public List<String> names() {
        return receivers.stream().map(it -> "message to " + it.name).toList();
    }

    /** Tells all, each once; says whom it could not tell, and why. */
    public void send(Results results, Consumer<String> tell) throws InterruptedException {
        if (receivers.isEmpty()) {
            return;
        }
        var poster = new Poster();
        for (var receiver : receivers) {
            var failure = poster.post(receiver.address, receiver.message(results, link));
            tell.accept(
                    failure.isEmpty()
                            ? "Told %s of the result".formatted(receiver.name)
                            : "spate: %s was not told of the result: %s"
                                    .formatted(receiver.name, failure));
        }
    }
}
