package io.spate.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void wordsBeginAndNumbersEndAlike() {
        var table =
                new TextTable(40, Style.PLAIN, "name", ">count", "")
                        .row(List.of("/日本", "7", "passed"))
                        .row(List.of("/api/orders", "1200", ""));

        assertThat(table.text("  ", false))
                .isEqualTo(
                        """
                          name         count
                          /日本            7  passed
                          /api/orders   1200
                        """);
    }

    @Test
    void whatIsTooLongLosesItsMiddleAndNothingActsOnTheTerminal() {
        var table = new TextTable(9, Style.PLAIN, "").row(List.of("/api/\u001B[31m/orders/of/all"));

        assertThat(table.text("", false)).isEqualTo("\n/api…/all\n");
    }

    @Test
    void aRowOrItsLastCellStandsOut() {
        var table =
                new TextTable(40, Style.DIM, "a", "b")
                        .rowWithLast(Style.GREEN, List.of("1", "PASS"))
                        .row(Style.BOLD, List.of("2", ""));

        assertThat(table.text("", true))
                .isEqualTo(
                        "\u001B[2ma  b\u001B[0m\n1  \u001B[32mPASS\u001B[0m\n\u001B[1m2\u001B[0m\n");
    }

    @Test
    void aRowHasACellOfEachColumn() {
        var table = new TextTable(40, Style.PLAIN, "a", "b");

        assertThatThrownBy(() -> table.row(List.of("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
