package io.spate.cli.settings;

import io.spate.cli.flags.ConfigFlags;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.results.ReportFiles;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.LoadPattern;
import io.spate.plan.Profile;
import io.spate.plan.TestPlan;
import io.spate.plan.Workload;
import io.spate.script.LoadOptions;
import io.spate.script.ScriptException;
import io.spate.script.config.EnvFile;
import io.spate.script.config.LoadTestVariables;
import io.spate.script.config.Placed;
import io.spate.script.config.SloFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a test. Flags win over variables of the process, these over those of a file of
 * variables, and these over a file of objectives.
 *
 * @param env the variables of the process, and below them those of the file
 * @param environment whose objectives hold; empty where nobody says
 * @param envFile the file's variables
 * @param variables those that are about load
 * @param slo the objectives; empty without a file of them
 */
public record Settings(
        Map<String, String> env,
        Placed<String> environment,
        EnvFile envFile,
        LoadTestVariables variables,
        Optional<SloFile> slo) {
    private static final String ENV_FILE = ".env.load-testing";
    private static final String ENVIRONMENT = "ENVIRONMENT";
    private static final String DEFAULT_ENVIRONMENT = "staging";
    private static final String NONE = "none";
    private static final Duration DURATION = Duration.ofSeconds(30);
    private static final int USERS = 10;

    /** Nothing but the environment. */
    public static Settings of(Map<String, String> env) {
        return new Settings(
                env,
                new Placed<>("", "default"),
                EnvFile.NONE,
                LoadTestVariables.of(Map.of()),
                Optional.empty());
    }

    /**
     * Reads the files.
     *
     * @throws UsageException naming all that is wrong with one of them
     */
    public static Settings read(SpateProcess process, ConfigFlags flags) {
        var envFile = envFile(process, flags);
        var env = new HashMap<String, String>();
        envFile.variables().forEach((name, value) -> env.put(name, value.value()));
        env.putAll(process.env());
        var environment = environment(process, flags, envFile);
        var named = environment.filter(it -> !it.value().isBlank());
        var slo = flags.config().map(it -> slo(process, it, named, env));
        var effective =
                named.or(() -> slo.map(_ -> new Placed<>(DEFAULT_ENVIRONMENT, "default")))
                        .orElse(new Placed<>("", "default"));
        return new Settings(env, effective, envFile, variables(process, envFile), slo);
    }

    private static EnvFile envFile(SpateProcess process, ConfigFlags flags) {
        var name = flags.envFile().orElse(ENV_FILE);
        if (flags.envFile().isEmpty() && !Files.isRegularFile(process.file(name))) {
            return EnvFile.NONE;
        }
        return attempt(name, () -> EnvFile.parse(name, text(process, name)));
    }

    private static LoadTestVariables variables(SpateProcess process, EnvFile envFile) {
        var placed = new LinkedHashMap<>(envFile.variables());
        process.env().forEach((name, value) -> placed.put(name, new Placed<>(value, name)));
        var file = nameOf(envFile);
        return attempt(file, () -> LoadTestVariables.of(placed));
    }

    /** The name of the file, for messages. */
    private static String nameOf(EnvFile envFile) {
        return envFile.variables().values().stream()
                .map(it -> it.origin().replaceFirst(":\\d+$", ""))
                .findFirst()
                .orElse("the environment");
    }

    private static Optional<Placed<String>> environment(
            SpateProcess process, ConfigFlags flags, EnvFile envFile) {
        return flags.environment()
                .map(it -> new Placed<>(it, "--environment"))
                .or(
                        () ->
                                Optional.ofNullable(process.env().get(ENVIRONMENT))
                                        .map(it -> new Placed<>(it, ENVIRONMENT)))
                .or(() -> Optional.ofNullable(envFile.variables().get(ENVIRONMENT)));
    }

    private static SloFile slo(
            SpateProcess process,
            String name,
            Optional<Placed<String>> environment,
            Map<String, String> env) {
        var text = text(process, name);
        var of = environment.map(Placed::value).orElse(DEFAULT_ENVIRONMENT);
        return attempt(name, () -> SloFile.read(name, text, of, environment.isPresent(), env));
    }

    private static String text(SpateProcess process, String name) {
        try {
            return Files.readString(process.file(name));
        } catch (NoSuchFileException _) {
            throw new UsageException(name + ": there is no such file");
        } catch (IOException e) {
            throw new UsageException(name + ": cannot be read: " + ReportFiles.reason(e));
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T get();
    }

    private static <T> T attempt(String file, Step<T> step) {
        try {
            return step.get();
        } catch (ScriptException e) {
            throw UsageException.ofFile(file, e);
        }
    }

    /** The target, where no flag names one. */
    public Optional<Placed<String>> target() {
        return variables.host().or(() -> slo.flatMap(it -> it.loadTest().target()));
    }

    /** The load of a run without a test of its own, as far as flags leave it open. */
    public Workload workload() {
        var users =
                variables
                        .usersMax()
                        .or(() -> slo.flatMap(it -> it.loadTest().concurrency()))
                        .map(Placed::value)
                        .orElse(USERS);
        var duration =
                variables
                        .duration()
                        .or(() -> slo.flatMap(it -> it.loadTest().duration()))
                        .map(Placed::value)
                        .orElse(DURATION);
        var workload = Workload.NONE.withUsers(users).withDuration(duration);
        return variables
                .spawnRate()
                .map(it -> workload.with(new Profile.SpawnRate(it.value())))
                .orElse(workload);
    }

    /** How the users of such a run load. */
    public LoadPattern pattern() {
        return slo.flatMap(it -> it.loadTest().pattern())
                .map(Placed::value)
                .orElse(LoadPattern.SUSTAINED);
    }

    /** The thresholds; where a variable gives one for what the file judges too, it wins. */
    public List<Placed<Threshold>> thresholds() {
        var all = new ArrayList<>(variables.thresholds());
        for (var threshold : slo.map(SloFile::thresholds).orElse(List.of())) {
            if (all.stream().noneMatch(it -> isSame(it.value(), threshold.value()))) {
                all.add(threshold);
            }
        }
        return all;
    }

    private static boolean isSame(Threshold one, Threshold other) {
        return one.selector().equals(other.selector())
                && one.condition().aggregation().equals(other.condition().aggregation());
    }

    /** A plan with the thresholds. */
    public TestPlan over(TestPlan plan) {
        var all = new ArrayList<>(plan.thresholds());
        thresholds().stream().map(Placed::value).filter(it -> !all.contains(it)).forEach(all::add);
        return plan.withThresholds(all);
    }

    /** Options with the headers that credentials in the environment make. */
    public LoadOptions authenticated(LoadOptions options) {
        return options.withHeaders(AuthHeaders.below(options.headers(), env));
    }

    /** The file that results are appended to: a flag's, the objectives', or one beside these. */
    public Optional<Path> deploymentReport(SpateProcess process, Optional<String> flag) {
        var beside = slo.map(it -> process.file(it.file()).resolveSibling("deployment_report.md"));
        var asked = flag.or(() -> slo.flatMap(SloFile::deploymentReport).map(Placed::value));
        return asked.isEmpty() ? beside : asked.filter(it -> !it.equals(NONE)).map(process::file);
    }

    /** Whether more is to be told than usual. */
    public boolean debug() {
        return isDebug(env);
    }

    /** Whether an environment asks for more to be told than usual. */
    public static boolean isDebug(Map<String, String> env) {
        return "DEBUG".equalsIgnoreCase(env.get("LOG_LEVEL"));
    }
}
