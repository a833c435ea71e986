package io.spate.web.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether a request's {@code Host} is one of this server. A page of somebody else whose name was
 * made to lead here (DNS rebinding) sends that name. Addresses in digits are never looked up, so
 * they are as good as what is bound.
 */
final class HostCheck {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private final Set<String> names = new TreeSet<>(List.of("localhost"));

    /** Of a server that is also known by some names. */
    HostCheck(List<String> others) {
        others.forEach(it -> names.add(it.toLowerCase(Locale.ROOT)));
    }

    boolean admits(String header) {
        var host = PORT.matcher(header.toLowerCase(Locale.ROOT)).replaceFirst("");
        return names.contains(host) || ADDRESS.matcher(host).matches();
    }
}
