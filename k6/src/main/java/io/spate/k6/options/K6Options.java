package io.spate.k6.options;

import io.spate.engine.portion.Portion;
import io.spate.http.HttpOptions;
import io.spate.metrics.threshold.Threshold;
import io.spate.net.route.Dns;
import io.spate.net.route.HostOverrides;
import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.TlsSettings;
import io.spate.net.tls.TlsVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All options in force.
 *
 * @param scenarios at least one
 * @param thresholds what the run is judged by
 * @param tags on everything measured
 * @param http how users send
 * @param settings how the script sends
 * @param network what bears on connections
 * @param debug whether each request is told, with its body or without
 * @param once what is done before and after
 * @param portion what of the whole load this instance carries
 * @param summary how results are shown
 * @param paused whether the run waits until somebody lets it begin
 * @param systemTags of the tags that are set on everything measured, those that outputs show
 * @param consoleOutput the file that the console writes to
 * @param warnings what people should know
 * @param withoutEffect options that are given and do nothing here
 * @param json all of it, as the script sees it
 */
public record K6Options(
        List<ScenarioSpec> scenarios,
        List<Threshold> thresholds,
        Map<String, String> tags,
        HttpOptions http,
        HttpSettings settings,
        Network network,
        Debug debug,
        Once once,
        Portion portion,
        Summary summary,
        boolean paused,
        List<String> systemTags,
        Optional<String> consoleOutput,
        List<String> warnings,
        List<String> withoutEffect,
        String json) {
    public K6Options {
        scenarios = List.copyOf(scenarios);
        thresholds = List.copyOf(thresholds);
        tags = Map.copyOf(tags);
        systemTags = List.copyOf(systemTags);
        warnings = List.copyOf(warnings);
        withoutEffect = List.copyOf(withoutEffect);
    }

    /**
     * What bears on connections.
     *
     * @param hosts addresses in place of those that names have
     * @param dns how names are looked up
     * @param localIps addresses to connect from, as written
     * @param blockedHosts names and {@code *.name} that are not connected to
     * @param blockedAddresses those that are not connected to, whatever name leads there
     * @param tls how connections are secured
     */
    public record Network(
            HostOverrides hosts,
            Optional<Dns> dns,
            Optional<String> localIps,
            List<String> blockedHosts,
            List<AddressBlock> blockedAddresses,
            Tls tls) {
        public Network {
            blockedHosts = List.copyOf(blockedHosts);
            blockedAddresses = List.copyOf(blockedAddresses);
        }
    }

    /**
     * How connections are secured; what is empty stays as it is.
     *
     * @param versionMin the oldest version
     * @param versionMax the newest version
     * @param cipherSuites by their IANA names
     * @param certificates of the client
     */
    public record Tls(
            Optional<TlsVersion> versionMin,
            Optional<TlsVersion> versionMax,
            List<String> cipherSuites,
            List<ClientCertificate> certificates) {
        public Tls {
            cipherSuites = List.copyOf(cipherSuites);
            certificates = List.copyOf(certificates);
        }

        /** Over what holds without it. */
        public TlsSettings over(TlsSettings other) {
            var max = versionMax.orElse(other.versionMax());
            var min = versionMin.orElse(other.versionMin());
            var made = other.withVersions(min.compareTo(max) > 0 ? max : min, max);
            made = cipherSuites.isEmpty() ? made : made.withCipherSuites(cipherSuites);
            return certificates.isEmpty() ? made : made.withClientCertificates(certificates);
        }
    }

    /** What is told of requests. */
    public enum Debug {
        NONE,
        HEADS,
        FULL
    }

    /**
     * What is done once.
     *
     * @param setup whether before the scenarios, where the script has something to do
     * @param setupTimeout how long it may take
     * @param teardown whether after them
     * @param teardownTimeout how long it may take
     * @param summaryTimeout how long handleSummary may take
     */
    public record Once(
            boolean setup,
            Duration setupTimeout,
            boolean teardown,
            Duration teardownTimeout,
            Duration summaryTimeout) {}

    /**
     * How results are shown.
     *
     * @param trendStats the statistics of trends, in order
     * @param timeUnit {@code s}, {@code ms}, {@code us}, or empty for one that fits
     */
    public record Summary(List<String> trendStats, String timeUnit) {
        /** k6's. */
        public static final List<String> TREND_STATS =
                List.of("avg", "min", "med", "max", "p(90)", "p(95)");

        public Summary {
            trendStats = List.copyOf(trendStats);
        }
    }
}
