package io.spate.cli.web;

import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.store.StoreLocation;
import java.util.Optional;
import java.util.Stack;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code --web} of a run, and what belongs to it. */
public final class WebFlags {
    @Option(
            names = "--web",
            paramLabel = "ADDR:PORT",
            arity = "0..1",
            parameterConsumer = AddressIfAny.class,
            description = "Show the run in a browser (127.0.0.1:8089; docs/web.md).")
    private @Nullable String web;

    @Option(names = "--web-stay", description = "Keep the page after the run, until Ctrl-C.")
    private boolean stay;

    @Option(
            names = "--web-cert",
            paramLabel = "FILE",
            description = "The page's TLS certificate, in PEM.")
    private @Nullable String certificate;

    @Option(
            names = "--web-key",
            paramLabel = "FILE",
            description = "The certificate's key, in PEM.")
    private @Nullable String key;

    /** Takes the next argument where it is an address; what is run comes next as often. */
    static final class AddressIfAny implements IParameterConsumer {
        private static final Pattern ADDRESS =
                Pattern.compile("(?:[\\w.-]+|\\[[0-9a-fA-F:.]+])?:\\d{1,5}|\\d{1,5}|[\\d.]+");

        @Override
        public void consumeParameters(
                Stack<String> arguments, ArgSpec option, CommandSpec command) {
            boolean given = !arguments.isEmpty() && ADDRESS.matcher(arguments.peek()).matches();
            option.setValue(given ? arguments.pop() : "");
        }
    }

    /** Where and how the page is served; empty where nobody wants it. */
    private Optional<WebAddress> address() {
        if (web == null) {
            if (stay || certificate != null || key != null) {
                throw new UsageException(
                        "--web-stay, --web-cert and --web-key are of no use without --web");
            }
            return Optional.empty();
        }
        return Optional.of(WebAddress.parse("--web", web).withTls(certificate, key));
    }

    /** Where a page is served that is wanted anyway. */
    public WebAddress addressOrUsual() {
        return WebAddress.parse("--web", web == null ? "" : web).withTls(certificate, key);
    }

    /**
     * Opens the page, where it is wanted.
     *
     * @param history where runs are kept
     */
    public RunPage open(SpateProcess process, Optional<StoreLocation> history, String version) {
        var address = address();
        return address.isEmpty()
                ? RunPage.NONE
                : ServedRunPage.open(process, address.get(), stay, history, version);
    }
}
