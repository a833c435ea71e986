package io.spate.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void whatATerminalActsUponIsReplaced() {
        assertThat(Cells.clean("a\u001B[2Jb\nc\td\u202Ee\u009B0mf")).isEqualTo("a?[2Jb c d?e?0mf");
    }

    @Test
    void wideAndCombiningCharactersAreCounted() {
        assertThat(Cells.width("abc")).isEqualTo(3);
        assertThat(Cells.width("日本")).isEqualTo(4);
        assertThat(Cells.width("🚀")).isEqualTo(2);
        assertThat(Cells.width("e\u0301")).isEqualTo(1);
    }

    @Property
    void aCutTextFits(@ForAll String text, @ForAll @IntRange(max = 100) int columns) {
        var clean = Cells.clean(text);
        var cut = Cells.cut(clean, columns);

        assertThat(Cells.width(cut)).isLessThanOrEqualTo(columns);
        assertThat(cut.equals(clean) || cut.isEmpty() || cut.endsWith("…")).isTrue();
    }

    @Property
    void aTextCutInTheMiddleFitsAndKeepsItsEnd(
            @ForAll String text, @ForAll @IntRange(min = 6, max = 100) int columns) {
        var clean = Cells.clean(text);
        var cut = Cells.cutMiddle(clean, columns);

        assertThat(Cells.width(cut)).isLessThanOrEqualTo(columns);
        if (!cut.equals(clean)) {
            assertThat(clean).endsWith(cut.substring(cut.lastIndexOf('…') + 1));
            assertThat(Cells.width(cut)).isGreaterThanOrEqualTo(columns - 3);
        }
    }

    @Property
    void aCleanTextStaysAsItIs(@ForAll String text) {
        var clean = Cells.clean(text);

        assertThat(Cells.clean(clean)).isEqualTo(clean);
        assertThat(clean.codePoints().noneMatch(Character::isISOControl)).isTrue();
    }

    @Test
    void paddingFillsToTheColumn() {
        assertThat(Cells.padEnd("日", 4)).isEqualTo("日  ");
        assertThat(Cells.padEnd("ab", 5, ".")).isEqualTo("ab...");
        assertThat(Cells.padStart("ab", 4)).isEqualTo("  ab");
        assertThat(Cells.padStart("abcd", 2)).isEqualTo("abcd");
    }
}
