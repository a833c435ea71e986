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
                "scenarios: {}                                       | needs at least one",
                "scenarios: {a: {tasks: [{weight: 0, steps: [{get: http://h}]}]}} | weight above 0",
                "scenarios: {a: {steps: [{get: /}]}}                 | needs a target",
                "scenarios: {a: {steps: [{get: h/x}]}}               | must start with /",
                "scenarios: {a: {steps: [{get: 'http://h/{id}'}]}}   | needs a dollar sign to be filled in: ${id}",
                "scenarios: {a: {steps: [{get: http://h, extract: {a: $..b}}]}} | not a JSON path",
                "scenarios: {a: {steps: [{get: http://h, check: {json: {$..b: 1}}}]}} | not a JSON path",
                "scenarios: {a: {steps: [{get: http://h, headers: {'a b': c}}]}} | headers: ",
                "scenarios: {a: {steps: [{post: http://h, json: [1, .inf]}]}} | JSON has no number .inf",
                "scenarios: {a: {steps: [{post: http://h, json: {a: 1, a: 2}}]}} | twice",
                "scenarios: {a: {steps: [{post: http://h, json: &j [*j]}]}} | nested more than 100 deep",
                "scenarios: {a: &a {steps: [{get: http://h}]}, b: {<<: *a}} | merge keys (<<) are not part of YAML 1.2",
                "target: 'localhost:80'                              | target: ",
                "timeout: 0s                                         | timeout: ",
                "headers: {A: '${userId}'}                           | cannot differ between users",
                "thresholds: {http_req_durations: 'p(95)<1'}         | did you mean \"http_req_duration\"?",
                "thresholds: {http_reqs: 'p(95)<1'}                  | http_reqs, which is a counter",
                "name: x                                             | a test needs scenarios",
            })
    void aMistakeIsToldInWords(String yaml, String words) {
        assertThat(mistakes(yaml)).contains("t.yml:1:").contains(words);
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
