package io.spate.script.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.script.LoadOptions;
import io.spate.script.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlMistakesTest {
    private static final Path MISTAKES =
            Path.of("src/test/resources/io/spate/script/yaml/mistakes.txt");

    @Test
    void everyMistakeIsToldAtOnceWithItsPlaceAndTheNearestName() {
        var told =
                mistakes(
                        """
                        target: http://localhost:8000
                        scenarois: {}
                        scenarios:
                          browse:
                            usres: 50
                            duration: 1 parsec
                            think: 3s..1s
                            steps:
                              - gte: /api/users
                              - get: /api/users/${tokn}
                                check: {status: 99}
                        thresholds:
                          http_req_duration: "p(95)<<500"
                        """);

        assertThat(told)
                .contains(
                        "t.yml:2:1: error: a test has no \"scenarois\"; did you mean"
                                + " \"scenarios\"?")
                .contains(
                        "t.yml:5:5: error: scenario \"browse\" has no \"usres\"; did you mean"
                                + " \"users\"?")
                .contains("t.yml:6:15: error: duration: ")
                .contains("t.yml:7:12: error: think: ")
                .contains("t.yml:9:9: error: a step has no \"gte\"; did you mean \"get\"?")
                .contains("t.yml:10:14: error: get: nothing sets ${tokn}")
                .contains("t.yml:11:25: error: \"99\" is not a status")
                .contains("t.yml:13:22: error: ");
    }

    @Test
    void theSourceLineAndACaretShowThePlace() {
        assertThat(mistakes("scenarios:\n  a:\n    userz: 1\n    steps: [{get: /}]\n"))
                .contains("    userz: 1\n    ^");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldInWords(String yaml, String words) {
        assertThat(mistakes(yaml)).contains("t.yml:1:").contains(words);
    }

    /** A file on one line, and words that its mistake is told with. */
    static List<Arguments> mistakes() throws IOException {
        try (var lines = Files.lines(MISTAKES)) {
            return lines.map(it -> it.split(" \\| ", 2))
                    .map(it -> Arguments.of(it[0], it[1]))
                    .toList();
        }
    }

    @Test
    void aThresholdsMistakeStandsAtItsMetricOrItsCondition() {
        assertThat(mistakes("thresholds:\n  http_rqs: count>1\n  http_reqs: [count>1, avg<1]\n"))
                .contains("t.yml:2:3: error: there is no metric")
                .contains("t.yml:3:24: error: \"avg<1\" does not fit");
    }

    @Test
    void mistakesComeInTheOrderOfTheFile() {
        assertThat(mistakes("thresholds: {a: 'count>1'}\nscenarios:\n  a: {usres: 1}\nnmae: x\n"))
                .containsSubsequence("t.yml:1:", "t.yml:3:", "t.yml:4:");
    }

    @Test
    void tabsBeforeATextAreAMistakeWithItsPlace() {
        assertThat(mistakes("scenarios:\n\ta: 1\n")).contains("t.yml:2:1: ").contains("TAB");
    }

    @Test
    void aSecondDocumentIsAMistake() {
        assertThat(mistakes("name: a\n---\nname: b\n"))
                .contains("t.yml:3:1: ")
                .contains("a file holds one test");
    }

    @Test
    void aliasesThatGrowWithoutEndAreAMistake() {
        var yaml = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            var alias = ("*a" + (i - 1) + ",").repeat(9);
            yaml.append("a%d: &a%d [%s]\n".formatted(i, i, alias));
        }
        yaml.append("scenarios: {s: {steps: [{post: http://h, json: *a11}]}}\n");

        assertThat(mistakes(yaml.toString())).contains("longer than");
    }

    @Test
    void nestingWithoutEndIsAMistake() {
        assertThat(mistakes("a: " + "[".repeat(200_000))).contains("t.yml: error: ");
    }

    @Test
    void anEmptyFileIsAMistake() {
        assertThat(mistakes("")).contains("the file is empty");
    }

    private static String mistakes(String yaml) {
        var thrown =
                catchThrowableOfType(
                        ScriptException.class,
                        () -> YamlFile.load("t.yml", yaml, LoadOptions.NONE));
        assertThat(thrown).as("a mistake in %s", yaml).isNotNull();
        return String.valueOf(thrown.getMessage());
    }
}
