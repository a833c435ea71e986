package io.spate.http.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Answers servers that ask who one is by HTTP's digest scheme. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616">RFC 7616</a>
 */
public record DigestLogin(Credentials credentials) {
    private static final String SCHEME = "Digest ";
    private static final String SESSION = "-SESS";
    private static final int NONCE_BYTES = 16;
    private static final Pattern PARAMETER =
            Pattern.compile("([\\w-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");

    /**
     * What a server asks by.
     *
     * @param parameters as they were given, by their names in small letters
     * @param digest the name of a digest for Java
     * @param session whether what is secret is bound to the nonces
     */
    private record Challenge(Map<String, String> parameters, String digest, boolean session) {
        String of(String name) {
            return Objects.requireNonNullElse(parameters.get(name), "");
        }

        /** Whether the server takes what the client counts, as all since RFC 2617 do. */
        boolean counted() {
            return List.of(of("qop").split("\\s*,\\s*", -1)).contains("auth");
        }
    }

    /** Whether one of the values of {@code WWW-Authenticate} is a challenge that can be met. */
    public boolean meets(List<String> challenges) {
        return challenges.stream().anyMatch(it -> challenge(it).isPresent());
    }

    /**
     * The value of the header that answers.
     *
     * @param challenges the values of {@code WWW-Authenticate}
     * @return empty where none of them is a challenge that can be met
     */
    public Optional<String> answer(List<String> challenges, String method, String target) {
        return challenges.stream()
                .flatMap(it -> challenge(it).stream())
                .findFirst()
                .map(it -> answer(it, method, target));
    }

    private static Optional<Challenge> challenge(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        var found = PARAMETER.matcher(value);
        while (found.find()) {
            var quoted = found.group(2);
            parameters.put(
                    found.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? found.group(3) : quoted);
        }
        var algorithm = parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
        boolean session = algorithm.endsWith(SESSION);
        var digest =
                session ? algorithm.substring(0, algorithm.length() - SESSION.length()) : algorithm;
        boolean known = digest.equals("MD5") || digest.equals("SHA-256");
        return known && parameters.containsKey("nonce")
                ? Optional.of(new Challenge(parameters, digest, session))
                : Optional.empty();
    }

    private String answer(Challenge to, String method, String target) {
        var random = new byte[NONCE_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        var own = HexFormat.of().formatHex(random);
        var secret =
                hash(to, credentials.user() + ":" + to.of("realm") + ":" + credentials.password());
        if (to.session) {
            secret = hash(to, secret + ":" + to.of("nonce") + ":" + own);
        }
        var request = hash(to, method + ":" + target);
        var between = to.counted() ? ":00000001:" + own + ":auth:" : ":";
        var text = new StringBuilder(SCHEME);
        text.append("username=\"").append(escaped(credentials.user())).append('"');
        text.append(", realm=\"").append(to.of("realm")).append('"');
        text.append(", nonce=\"").append(to.of("nonce")).append('"');
        text.append(", uri=\"").append(target).append('"');
        if (to.parameters.containsKey("algorithm")) {
            text.append(", algorithm=").append(to.of("algorithm"));
        }
        if (to.parameters.containsKey("opaque")) {
            text.append(", opaque=\"").append(to.of("opaque")).append('"');
        }
        if (to.counted() || to.session) {
            text.append(", cnonce=\"").append(own).append('"');
        }
        if (to.counted()) {
            text.append(", qop=auth, nc=00000001");
        }
        var response = hash(to, secret + ":" + to.of("nonce") + between + request);
        return text.append(", response=\"").append(response).append('"').toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String hash(Challenge by, String text) {
        try {
            var digest = MessageDigest.getInstance(by.digest);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
