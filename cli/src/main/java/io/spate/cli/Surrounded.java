package io.spate.cli;

import io.spate.cli.capacity.CapacityCommand;
import io.spate.cli.flags.ConfigFlags;
import io.spate.cli.flags.LoadFlags;
import io.spate.cli.flags.WorkloadFlags;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.cli.settings.EffectiveSettings;
import io.spate.cli.settings.Review;
import io.spate.cli.settings.Settings;
import io.spate.plan.TestPlan;
import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import io.spate.script.config.EndpointMix;
import io.spate.script.config.Placed;
import io.spate.script.config.SloFile;
import io.spate.script.config.SourceSettings;
import io.spate.script.load.TestLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A test with what surrounds it. Where no file and no URL is named, the test is the surroundings':
 * their endpoints, or their target.
 *
 * @param source what the user named; empty for what the surroundings say
 */
record Surrounded(Settings settings, Optional<String> source) {

    /** Reads the surroundings. */
    static Surrounded read(SpateProcess process, ConfigFlags flags, @Nullable String source) {
        return new Surrounded(Settings.read(process, flags), Optional.ofNullable(source));
    }

    /** The options of flags over the surroundings. */
    LoadOptions options(LoadFlags load, WorkloadFlags workload) {
        if (source.isEmpty()) {
            workload.fallBackTo(settings.workload(), settings.pattern());
        }
        var options = load.options(settings.env(), workload.workload());
        var targeted =
                source.filter(TestLoader::isUrl).isPresent() || options.target().isPresent()
                        ? options
                        : options.withTarget(target());
        return isAuthenticated() ? settings.authenticated(targeted) : targeted;
    }

    /** A test of its own takes a host over its own, but not what objectives load. */
    private Optional<String> target() {
        var target = source.isEmpty() ? settings.target() : settings.variables().host();
        return target.map(Placed::value);
    }

    /** Credentials go where somebody who set them expects it: not to any URL that is tried out. */
    private boolean isAuthenticated() {
        return source.isEmpty() || settings.slo().isPresent();
    }

    /** The test, with what flags say of its users. */
    LoadedTest load(LoadOptions options, WorkloadFlags workload) {
        var test = source.map(it -> TestSource.load(it, options)).orElseGet(() -> own(options));
        return test.withPlan(workload.over(test.plan()));
    }

    private LoadedTest own(LoadOptions options) {
        var target = options.target();
        if (target.isEmpty()) {
            throw new UsageException(
                    "run what? Name a .yml or .java file, or a URL; or give --target URL, with"
                            + " --config FILE for its endpoints.");
        }
        var endpoints = settings.slo().map(it -> it.loadTest().endpoints()).orElseGet(List::of);
        if (endpoints.isEmpty()) {
            return TestSource.load(target.get(), options.withTarget(Optional.empty()));
        }
        return EndpointMix.load(name(), endpoints.stream().map(Placed::value).toList(), options);
    }

    /** What a search loads: its workload is the search's own. */
    static CapacityCommand.Loader forSearch(SpateProcess process) {
        return (source, config, load, workers) -> {
            var surrounded = read(process, config, source.orElse(null));
            var workload = new WorkloadFlags();
            var options =
                    surrounded
                            .options(load, workload)
                            .withConnections(load.connectionsPerLoop(workers));
            var test = surrounded.load(options, workload);
            var settings = surrounded.settings;
            return new CapacityCommand.Loaded(
                    surrounded.name(),
                    test.withPlan(settings.over(test.plan())),
                    settings.environment().value(),
                    surrounded.review());
        };
    }

    /** What is run, for people to read. */
    String name() {
        return source.or(() -> settings.slo().map(SloFile::file)).orElse("target");
    }

    /** What files and variables say, for a look before the run. */
    String review() {
        return Review.of(settings, isAuthenticated());
    }

    /** All settings with their origins. */
    String table(CommandSpec command, TestPlan plan) {
        return EffectiveSettings.of(command, settings, ofFile(), plan, source.isEmpty());
    }

    private Map<String, Placed<String>> ofFile() {
        var name = source.orElse("");
        if (!name.endsWith(".yml") && !name.endsWith(".yaml")) {
            return Map.of();
        }
        try {
            return SourceSettings.of(name, Files.readString(Path.of(name)));
        } catch (IOException _) {
            return Map.of();
        }
    }
}
