package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.cli.FakeProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the messages of a k6 script go, and how they look there: as k6 0.48 writes them. */
@Timeout(60)
class K6LogsTest {
    private static final String TIME = "\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[^\"]*\"";

    @TempDir Path folder;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(
                folder.resolve("talk.js"),
                """
                export default function () {
                  console.log('a "word"');
                  console.warn('careful');
                  console.debug('not seen');
                }
                """);
    }

    private Outcome run(FakeProcess process, String... flags) {
        var line = new ArrayList<>(List.of("k6", "run", "-q", "--summary-mode", "disabled"));
        line.addAll(List.of(flags));
        line.add("talk.js");
        return process.run(line.toArray(String[]::new));
    }

    private Outcome run(String... flags) {
        return run(new FakeProcess(folder), flags);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    private static String text(String level, String message, String source) {
        return "time=" + TIME + " level=" + level + " msg=" + message + source;
    }

    @Test
    void textIsWhatThereIsWithoutAWord() {
        assertThat(run().err())
                .containsPattern(text("info", "\"a \\\\\"word\\\\\"\"", " source=console\n"))
                .containsPattern(text("warning", "careful", " source=console\n"))
                .doesNotContain("not seen");
    }

    @Test
    void jsonIsAnObjectOnALine() {
        assertThat(run("--log-format=json").err())
                .containsPattern(
                        "\\{\"level\":\"info\",\"msg\":\"a \\\\\"word\\\\\"\",\"source\":\"console\","
                                + "\"time\":"
                                + TIME
                                + "}\n");
    }

    @Test
    void rawIsTheMessage() {
        var process = new FakeProcess(folder).with("K6_LOG_FORMAT", "raw");

        assertThat(run(process, "--log-output=stdout").out()).contains("a \"word\"\ncareful\n");
    }

    @Test
    void aFlagIsStrongerThanItsVariable() {
        var process = new FakeProcess(folder).with("K6_LOG_FORMAT", "raw").with("K6_TYPE", "js");

        assertThat(run(process, "--log-format=json").err()).contains("{\"level\":\"info\"");
    }

    @Test
    void theScriptSeesTheVariablesUnlessTold() throws Exception {
        Files.writeString(
                folder.resolve("talk.js"),
                "export default () => console.log(`sees ${__ENV.THING} ${__ENV.OWN}`);");
        var process = new FakeProcess(folder).with("THING", "this").with("OWN", "outside");

        assertThat(run(process, "-e", "OWN=own").err()).contains("sees this own");
        assertThat(run(process, "--include-system-env-vars=false", "-e", "OWN=own").err())
                .contains("sees undefined own");
        assertThat(run(process.with("K6_INCLUDE_SYSTEM_ENV_VARS", "false")).err())
                .contains("sees undefined undefined");
    }

    @Test
    void noneIsNothing() {
        var outcome = run("--log-output=none", "--verbose");

        assertThat(outcome.out() + outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void aFileGrowsFromRunToRun() throws Exception {
        run("--log-output=file=run.log,level=warning", "--log-format=raw");
        var outcome = run("--log-output=file=run.log,level=warning", "--log-format=raw");

        assertThat(outcome.err()).isEmpty();
        assertThat(lines("run.log")).containsExactly("careful", "careful");
    }

    @Test
    void theConsoleHasAFileOfItsOwn() throws Exception {
        var process = new FakeProcess(folder).with("K6_CONSOLE_OUTPUT", "console.log");
        var outcome = run(process, "--log-output=none");
        run("--console-output=console.log", "--log-format=raw");

        assertThat(outcome.err()).isEmpty();
        assertThat(lines("console.log"))
                .hasSize(4)
                .element(1)
                .asString()
                .matches(text("warning", "careful", ""));
        assertThat(lines("console.log")).endsWith("a \"word\"", "careful");
    }

    @ParameterizedTest
    @CsvSource({
        "--log-output=loki, 'file=PATH[,level=LEVEL], not ''loki'''",
        "--log-output=file, 'not ''file'''",
        "--log-output=file=, 'not ''file='''",
        "'--log-output=file=a.log,level=loud', not 'loud'",
        "--log-output=file=nowhere/a.log, cannot write to nowhere/a.log",
        "--log-format=xml, not 'xml'"
    })
    void whatCannotBeIsSaidBeforeTheRun(String flag, String message) {
        var outcome = run(flag);

        assertThat(outcome.err()).contains(message);
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).doesNotContain("careful");
    }
}
