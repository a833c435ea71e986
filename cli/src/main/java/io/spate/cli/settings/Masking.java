package io.spate.cli.settings;

import java.util.regex.Pattern;

/** Hides values whose names say that they are secret, and the passwords of URLs. */
final class Masking {
    static final String MASK = "***";

    private static final Pattern SECRET =
            Pattern.compile(
                    "token|secret|passw|passphrase|credential|webhook|notify|authorization|cookie"
                            + "|(^|[_.-])(api)?key$|apikey|signature",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");
    private static final Pattern PARAMETER = Pattern.compile("([?&])([^=&#\\s]+)=([^&#\\s]*)");
    private static final Pattern PAIR = Pattern.compile("^([\\w.-]+)(\\s*[:=]\\s*)(.+)$");

    private Masking() {}

    /** A value as it may be shown. */
    static String shown(String name, String value) {
        if (SECRET.matcher(name).find()) {
            return value.isEmpty() ? "" : MASK;
        }
        // A header or a variable, whose own name says what it is.
        var pair = PAIR.matcher(value);
        if (pair.matches() && SECRET.matcher(pair.group(1)).find()) {
            return pair.group(1) + pair.group(2) + MASK;
        }
        var url = USER_INFO.matcher(value).replaceAll("//" + MASK + "@");
        return PARAMETER
                .matcher(url)
                .replaceAll(it -> SECRET.matcher(it.group(2)).find() ? "$1$2=" + MASK : "$1$2=$3");
    }
}
