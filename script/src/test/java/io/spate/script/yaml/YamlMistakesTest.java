package io.spate.script.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.script.LoadOptions;
import io.spate.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlMistakesTest {

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
                        "t.yml:2:1: error: a test has no \"scenarois\"; did you mean \"scenarios\"?")
                .contains(
                        "t.yml:5:5: error: scenario \"browse\" has no \"usres\"; did you mean \"users\"?")
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
    @CsvSource(
            delimiter = '|',
            value = {
                "scenarios: {a: {steps: [{get: /}], tasks: []}}      | either steps or tasks",
                "scenarios: {a: {users: 1}}                          | either steps or tasks",
                "scenarios: {a: {users: x, steps: [{get: /}]}}       | \"x\" is not a whole number",
                "scenarios: {a: {users: 0, steps: [{get: /}]}}       | scenario \"a\": ",
                "scenarios: {a: {users: [1], steps: [{get: /}]}}     | users must be a text or a number",
                "scenarios: {a: {rate: 5, iterations: 7, steps: [{get: /}]}} | rate",
                "scenarios: {a: {steps: {get: /}}}                   | must be a list",
                "scenarios: {a: {steps: [{get: /, post: /}]}}        | a step does one thing",
                "scenarios: {a: {steps: [{think: 1s}]}}              | has no request",
                "scenarios: {a: {steps: [{post: /, json: 1, body: b}]}} | one body",
                "scenarios: {a: {steps: [{get: '/${random(9,1)}'}]}} | second bound",
                "scenarios: {a: {stages: [{target: 5}], steps: [{get: /}]}} | needs a duration and a target",
                "scenarios: {a: {steps: [{get: /}]}, a: {steps: [{get: /}]}} | twice",
                "scenarios: [1, 2                                    | not YAML",
                "scenarios: 5                                        | must be a mapping",
                "name: x                                             | a test needs scenarios",
            })
    void aMistakeIsToldInWords(String yaml, String words) {
        assertThat(mistakes(yaml)).contains("t.yml:1:").contains(words);
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
