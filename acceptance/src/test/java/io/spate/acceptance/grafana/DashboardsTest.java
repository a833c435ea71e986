package io.spate.acceptance.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Grafana asks of a dashboard; its types are for {@code ci/lint}. */
class DashboardsTest {
    private static final int COLUMNS = 24;
    private static final String SOURCE = "${datasource}";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)");

    /** What Grafana itself knows, and names of tags in legends. */
    private static final Pattern BUILT_IN = Pattern.compile("__\\w+|timeFilter|tag_\\w+");

    static List<Dashboard> dashboards() {
        return Dashboard.NAMES.stream().map(Dashboard::read).toList();
    }

    @Test
    void allFilesAreKnown() throws Exception {
        try (var files = Files.list(Dashboard.folder())) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Dashboard.NAMES.stream().map(it -> it + ".json").toList());
        }
    }

    @Test
    void eachHasAnAddressAndATitleOfItsOwn() {
        assertThat(dashboards())
                .extracting(it -> it.json().path("uid").asString())
                .isEqualTo(Dashboard.NAMES);
        assertThat(dashboards())
                .extracting(it -> it.json().path("title").asString())
                .doesNotHaveDuplicates()
                .allMatch(it -> it.startsWith("Spate: "));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsHaveNumbersOfTheirOwnAndTitles(Dashboard dashboard) {
        assertThat(dashboard.panels()).hasSizeGreaterThan(25);
        assertThat(dashboard.panels())
                .extracting(it -> it.path("id").asInt())
                .doesNotHaveDuplicates();
        assertThat(dashboard.panels()).allMatch(it -> !it.path("title").asString().isBlank());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsDoNotLieUponEachOther(Dashboard dashboard) {
        var taken = new HashSet<List<Integer>>();
        for (var panel : dashboard.panels()) {
            var place = panel.path("gridPos");
            int x = place.path("x").asInt();
            int y = place.path("y").asInt();
            int right = x + place.path("w").asInt();
            assertThat(right).as("%s", panel.path("title")).isBetween(x + 1, COLUMNS);
            for (int row = y; row < y + place.path("h").asInt(); row++) {
                for (int column = x; column < right; column++) {
                    assertThat(taken.add(List.of(column, row)))
                            .as("%s", panel.path("title"))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelAsksTheDataSourceThatIsChosen(Dashboard dashboard) {
        for (var panel : dashboard.panels()) {
            if (panel.path("type").asString().equals("row")) {
                continue;
            }
            var names = new ArrayList<String>();
            assertThat(panel.path("datasource").path("uid").asString()).isEqualTo(SOURCE);
            for (var target : panel.path("targets")) {
                assertThat(target.path("datasource").path("uid").asString()).isEqualTo(SOURCE);
                names.add(target.path("refId").asString());
            }
            assertThat(names).isNotEmpty().doesNotHaveDuplicates().doesNotContain("");
        }
        for (var variable : dashboard.variables()) {
            assertThat(variable.path("datasource").path("uid").asString()).isEqualTo(SOURCE);
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyVariableThatIsUsedIsThere(Dashboard dashboard) {
        Set<String> defined = new TreeSet<>();
        dashboard
                .json()
                .path("templating")
                .path("list")
                .valueStream()
                .forEach(it -> defined.add(it.path("name").asString()));
        var used = new TreeSet<String>();
        texts(dashboard.json())
                .forEach(
                        text ->
                                REFERENCE
                                        .matcher(text)
                                        .results()
                                        .map(it -> it.group(1))
                                        .filter(it -> !BUILT_IN.matcher(it).matches())
                                        .forEach(used::add));

        assertThat(used).isEqualTo(defined);
    }

    private static List<String> texts(JsonNode node) {
        if (node.isString()) {
            return List.of(node.asString());
        }
        return node.valueStream().flatMap(it -> texts(it).stream()).toList();
    }
}
