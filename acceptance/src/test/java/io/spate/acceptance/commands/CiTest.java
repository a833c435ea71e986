package io.spate.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Project;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the project has for CI servers: the workflow and the action of GitHub, the template of
 * GitLab. Their steps are run here as these servers would; whether GitHub takes them is for {@code
 * ci/lint}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CiTest {
    private static final Pattern GITHUB_INPUT = Pattern.compile("inputs\\.(\\w+)");
    private static final Pattern GITLAB_INPUT = Pattern.compile("\\$\\[\\[ inputs\\.(\\w+) ]]");

    private DemoShop shop;

    @BeforeAll
    void open() {
        shop = DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("none")));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    private static String text(String file) throws IOException {
        return Files.readString(Project.root().resolve(file));
    }

    private static List<Map<?, ?>> documents(String file) throws IOException {
        var documents = new ArrayList<Map<?, ?>>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(text(file))
                .forEach(it -> documents.add((Map<?, ?>) it));
        return documents;
    }

    /** What stands at a place of a document. */
    private static Object at(Object root, Object... path) {
        var found = root;
        for (var step : path) {
            found =
                    Objects.requireNonNull(
                            step instanceof Integer i
                                    ? ((List<?>) found).get(i)
                                    : ((Map<?, ?>) found).get(step),
                            () -> "%s of %s".formatted(step, List.of(path)));
        }
        return found;
    }

    private static Set<String> names(Object mapping) {
        var names = new TreeSet<String>();
        ((Map<?, ?>) mapping).keySet().forEach(it -> names.add(String.valueOf(it)));
        return names;
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(it -> found.add(it.group(1)));
        return found;
    }

    @Test
    void everyInputThatIsDeclaredIsUsedAndTheOtherWayRound() throws IOException {
        var action = documents("action.yml").getFirst();
        var workflow = documents(".github/workflows/loadtest.yml").getFirst();
        var gitlab = documents("ci/gitlab.yml");

        assertThat(found(GITHUB_INPUT, text("action.yml"))).isEqualTo(names(at(action, "inputs")));
        var called = names(at(workflow, "on", "workflow_call", "inputs"));
        assertThat(found(GITHUB_INPUT, text(".github/workflows/loadtest.yml"))).isEqualTo(called);
        assertThat(names(at(workflow, "on", "workflow_dispatch", "inputs"))).isEqualTo(called);
        assertThat(called)
                .contains("target_url", "concurrency", "duration", "environment")
                .contains("fail_on_violation");
        assertThat(found(GITLAB_INPUT, text("ci/gitlab.yml")))
                .isEqualTo(names(at(gitlab.getFirst(), "spec", "inputs")));
        var passed = names(at(workflow, "jobs", "load-test", "steps", 2, "with"));
        assertThat(names(at(action, "inputs"))).containsAll(passed);
    }

    @Test
    void noInputCanBecomeACommand() throws Exception {
        assertThat(runOfAction()).doesNotContain("${{");
        assertThat(exitCode("bash", "-n", "-c", runOfAction())).isZero();
        for (var line : scriptOfGitlab()) {
            assertThat(line).doesNotContain("$[[");
            assertThat(exitCode("bash", "-n", "-c", line)).isZero();
        }
    }

    private static String runOfAction() throws IOException {
        return String.valueOf(at(documents("action.yml").getFirst(), "runs", "steps", 1, "run"));
    }

    private static List<String> scriptOfGitlab() throws IOException {
        var lines = new ArrayList<String>();
        ((List<?>) at(documents("ci/gitlab.yml").get(1), "load-test", "script"))
                .forEach(it -> lines.add(String.valueOf(it)));
        return lines;
    }

    private static int exitCode(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** What a step left. */
    private record Step(int exitCode, String out, String outputs, Path folder) {}

    /** The variables that a step gets where a workflow gives these inputs. */
    private static Map<String, String> variables(
            Object declared,
            Object env,
            Pattern place,
            String valueKey,
            Map<String, String> given) {
        var variables = new HashMap<String, String>();
        ((Map<?, ?>) env)
                .forEach(
                        (name, value) -> {
                            var inputs = found(place, String.valueOf(value));
                            assertThat(inputs.size()).isLessThan(2);
                            var text = String.valueOf(value);
                            for (var input : inputs) {
                                var otherwise = ((Map<?, ?>) at(declared, input)).get(valueKey);
                                text = given.getOrDefault(input, String.valueOf(otherwise));
                            }
                            variables.put(String.valueOf(name), text);
                        });
        return variables;
    }

    private Step action(Path folder, Map<String, String> given) throws Exception {
        var action = documents("action.yml").getFirst();
        var env =
                variables(
                        at(action, "inputs"),
                        at(action, "runs", "steps", 1, "env"),
                        GITHUB_INPUT,
                        "default",
                        given);
        env.put("GITHUB_ACTION_PATH", Project.root().toString());
        env.put("GITHUB_ACTIONS", "true");
        env.put("GITHUB_OUTPUT", folder.resolve("output").toString());
        env.put("GITHUB_STEP_SUMMARY", folder.resolve("page.md").toString());
        return run(folder, runOfAction(), env);
    }

    private static Step run(Path folder, String script, Map<String, String> env) throws Exception {
        var out = folder.resolve("out.txt");
        var builder =
                new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("SPATE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPATE_APP", Command.ofThisBuild().app().toString());
        builder.environment().putAll(env);
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var outputs = folder.resolve("output");
        return new Step(
                process.exitValue(),
                Files.readString(out, UTF_8),
                Files.exists(outputs) ? Files.readString(outputs) : "",
                folder);
    }

    private Map<String, String> inputs(String... more) {
        var inputs = new HashMap<>(Map.of("concurrency", "2", "duration", "1"));
        inputs.put("target_url", shop.url() + "/health");
        for (int i = 0; i < more.length; i += 2) {
            inputs.put(more[i], more[i + 1]);
        }
        return inputs;
    }

    @Test
    void theActionRunsATestAndKeepsItsReports(@TempDir Path folder) throws Exception {
        var step = action(folder, inputs());

        assertThat(step.exitCode).as(step.out).isZero();
        assertThat(step.out).contains("2 looping VUs for 1s", "::notice title=Load test");
        assertThat(step.outputs).contains("passed=true\n", "report_dir=load-test-reports\n");
        assertThat(folder.resolve("load-test-reports"))
                .isDirectoryContaining(it -> it.endsWith("report.html"))
                .isDirectoryContaining(it -> it.endsWith("results.json"))
                .isDirectoryContaining(it -> it.endsWith("report.md"))
                .isDirectoryContaining(it -> it.endsWith("junit.xml"))
                .isDirectoryContaining(it -> it.endsWith("RESULTS_SUMMARY.md"));
        assertThat(folder.resolve("page.md")).content().startsWith("# Load Test: ");
    }

    @Test
    void anObjectiveThatIsMissedFailsTheJobUnlessToldOtherwise(@TempDir Path folder)
            throws Exception {
        Files.writeString(
                folder.resolve("slo.yml"),
                "production: {thresholds: {throughput: 2000000}}\nstaging: {thresholds: {}}\n");
        var missed = inputs("config", "slo.yml", "environment", "production");
        var step = action(folder, missed);

        assertThat(step.exitCode).as(step.out).isEqualTo(99);
        assertThat(step.out)
                .containsPattern("::error title=[^:]+::Throughput [\\d.]+ req/sec below");
        assertThat(step.outputs).contains("passed=false\n", "exit_code=99\n");

        missed.put("fail_on_violation", "false");
        assertThat(action(folder, missed).exitCode).isZero();
        missed.put("config", "none.yml");
        assertThat(action(folder, missed).exitCode).isEqualTo(104);
    }

    @Test
    void anInputIsNoMoreThanAValue(@TempDir Path folder) throws Exception {
        var hostile = "x $(touch broken) `touch broken`\"; touch broken; '";
        for (var input : List.of("target_url", "test", "config", "environment", "pattern")) {
            action(folder, inputs(input, hostile));
        }
        assertThat(folder.resolve("broken")).doesNotExist();
    }

    @Test
    void theTemplateOfGitlabRunsATest(@TempDir Path folder) throws Exception {
        var template = documents("ci/gitlab.yml");
        var env =
                variables(
                        at(template.getFirst(), "spec", "inputs"),
                        at(template.get(1), "load-test", "variables"),
                        GITLAB_INPUT,
                        "default",
                        inputs("spate_repository", "none"));
        Files.createSymbolicLink(folder.resolve(".spate-source"), Project.root());
        var step = run(folder, String.join("\n", scriptOfGitlab()), env);

        assertThat(step.exitCode).as(step.out).isZero();
        var junit = at(template.get(1), "load-test", "artifacts", "reports", "junit");
        assertThat(folder.resolve(String.valueOf(junit))).content().contains("<testsuites>");
    }
}
