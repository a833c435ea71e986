package io.spate.cli.web;

import io.spate.cli.flags.TlsFiles;
import io.spate.cli.process.HostName;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.net.tls.ClientCertificate;
import io.spate.web.WebOptions;
import io.spate.web.access.Access;
import io.spate.web.access.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Whom a page lets in. Secrets come from the environment, or from files that it names: a flag's
 * value would show in the list of processes.
 */
final class WebAccess {
    static final String PASSWORD = "SPATE_WEB_PASSWORD";
    static final String VIEWER_PASSWORD = "SPATE_WEB_VIEWER_PASSWORD";
    static final String TOKEN = "SPATE_WEB_TOKEN";

    /** Names by which the page may be called beside the machine's own, separated by commas. */
    static final String NAMES = "SPATE_WEB_NAMES";

    private static final String FILE = "_FILE";
    private static final int SECRET_MIN = 8;

    private final SpateProcess process;
    private final List<String> problems = new ArrayList<>();

    private WebAccess(SpateProcess process) {
        this.process = process;
    }

    /** What an address asks for; throws where it must not be served so. */
    static WebOptions of(SpateProcess process, WebAddress address) {
        return new WebAccess(process).options(address);
    }

    private WebOptions options(WebAddress address) {
        var given = new Access(secret(PASSWORD), secret(VIEWER_PASSWORD), secret(TOKEN));
        var tls = tls(address);
        boolean demanded = !isLoopback(address.host()) || address.login().isPresent();
        var access = demanded && problems.isEmpty() ? asked(given, address) : given;
        if (demanded
                && problems.isEmpty()
                && access.operator().isEmpty()
                && access.token().isEmpty()) {
            problems.add(
                    "%s: set %s or %s, or %s%s to a file that holds it"
                            .formatted(
                                    address.login()
                                            .map(it -> it + " needs a password")
                                            .orElse(
                                                    "the page would be open to everybody who"
                                                            + " reaches "
                                                            + address.host()),
                                    PASSWORD,
                                    TOKEN,
                                    PASSWORD,
                                    FILE));
        }
        if (!problems.isEmpty()) {
            throw new UsageException("web UI: " + String.join("\nweb UI: ", problems));
        }
        return new WebOptions(address.host(), address.port(), names(address), access, tls);
    }

    /** With a password that a person types, where there is one and no other secret. */
    private Access asked(Access given, WebAddress address) {
        if (!process.interactive() || given.operator().isPresent() || given.token().isPresent()) {
            return given;
        }
        var typed =
                Optional.ofNullable(System.console())
                        .map(it -> it.readPassword("Password for the page at %s: ", address.host()))
                        .map(String::new)
                        .filter(it -> isLongEnough("the password", it));
        return new Access(typed.map(Secret::of), given.viewer(), given.token());
    }

    private List<String> names(WebAddress address) {
        var names = new ArrayList<>(List.of(address.host()));
        if (!isLoopback(address.host())) {
            names.add(HostName.of(process));
        }
        for (var name : process.env().getOrDefault(NAMES, "").split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private Optional<Secret> secret(String variable) {
        var value = Optional.ofNullable(process.env().get(variable));
        var file = Optional.ofNullable(process.env().get(variable + FILE));
        if (value.isPresent() && file.isPresent()) {
            problems.add("give %s or %s%s, not both".formatted(variable, variable, FILE));
        }
        return value.or(() -> file.flatMap(it -> read(variable + FILE, it)))
                .filter(it -> isLongEnough(variable, it))
                .map(Secret::of);
    }

    private boolean isLongEnough(String variable, String secret) {
        if (secret.length() < SECRET_MIN) {
            problems.add(
                    "%s has fewer than %d characters: anybody would guess it"
                            .formatted(variable, SECRET_MIN));
        }
        return secret.length() >= SECRET_MIN;
    }

    private Optional<String> read(String variable, String name) {
        try {
            return Optional.of(Files.readString(process.file(name)).lines().findFirst().orElse(""));
        } catch (IOException _) {
            problems.add("%s=%s cannot be read".formatted(variable, name));
            return Optional.empty();
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UsageException("web UI: unknown address " + host);
        }
    }

    private Optional<SSLContext> tls(WebAddress address) {
        if (address.certificate().isEmpty()) {
            if (address.key().isPresent()) {
                problems.add(
                        address.prefix()
                                + "key needs the certificate: "
                                + address.prefix()
                                + "cert FILE");
            }
            return Optional.empty();
        }
        var files = new TlsFiles(process, problems);
        return files.clientCertificate(
                        address.prefix() + "cert",
                        address.certificate().get(),
                        address.prefix() + "key",
                        address.key(),
                        files.passphrase())
                .map(WebAccess::context);
    }

    private static SSLContext context(ClientCertificate own) {
        try {
            var none = new char[0];
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            store.setKeyEntry("page", own.key(), none, own.chain().toArray(X509Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, none);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new UsageException("web UI: the certificate cannot be used: " + e.getMessage());
        }
    }
}
