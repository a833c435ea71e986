package io.spate.script.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.script.feed.Feeder;
import io.spate.script.feed.Feeder.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    @TempDir Path folder;

    @Test
    void readsCsvWithQuotesLineEndsAndAMark() throws Exception {
        var table = csv("\uFEFFuser, note\r\nann,\"a, \"\"b\"\"\nc\"\r\n\r\nbjörn,\r\n");

        assertThat(table.columns()).containsExactly("user", "note");
        assertThat(rows(table))
                .containsExactly(
                        Map.of("user", "ann", "note", "a, \"b\"\nc"),
                        Map.of("user", "björn", "note", ""));
    }

    @Test
    void readsCsvWithAnotherSeparator() throws Exception {
        write("a;b\n1;2,5\n");
        var table = Table.load(new Source.Csv("data", ';'), folder);
        assertThat(rows(table)).containsExactly(Map.of("a", "1", "b", "2,5"));
    }

    @Test
    void readsJsonWithValuesOfAllKinds() throws Exception {
        var objects =
                "{\"t\": \"x\", \"n\": 7, \"d\": 1.5, \"b\": true, \"l\": [1, {\"a\": 2}], \"z\": null}";
        var expected = new LinkedHashMap<String, Object>();
        expected.put("t", "x");
        expected.put("n", 7);
        expected.put("d", 1.5);
        expected.put("b", true);
        expected.put("l", List.of(1, Map.of("a", 2)));
        expected.put("z", null);

        write("\n" + objects + "\n\n" + objects + "\n");
        assertThat(rows(Table.load(new Source.JsonLines("data"), folder)))
                .containsExactly(expected, expected);
        write("[" + objects + ",\n" + objects + "]");
        assertThat(rows(Table.load(new Source.Json("data"), folder)))
                .containsExactly(expected, expected);
    }

    @Test
    void takesRowsOfTheTest() throws Exception {
        var rows = List.of(Map.of("a", 1), Map.of("a", 2));
        assertThat(rows(Table.load(Feeder.of(rows).source(), folder)))
                .isEqualTo(List.of(Map.of("a", 1), Map.of("a", 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''              | 0 | the file is empty
                    a,b             | 1 | there are columns (a, b) but no rows
                    a,b~1,2~3       | 3 | 1 fields, but 2 columns (a, b)
                    a,b~1,2~3,4,5   | 3 | put fields with a comma in them in quotes
                    a,,c~1,2,3      | 1 | column 2 has no name
                    a,b,a~1,2,3     | 1 | two columns are called "a"
                    a,b~1,"x"y      | 2 | this is not CSV
                    """)
    void saysWhatIsWrongWithCsv(String text, int line, String message) {
        var failure = failure(text, new Source.Csv("data", ','));
        assertThat(failure.problem()).contains(message);
        assertThat(failure.line()).isEqualTo(line);
        assertThat(failure.file()).isEqualTo("data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                      | 0 | the file has no rows
                    {"a": 1}~{"a": 2        | 2 | this is not JSON: each line is an object
                    {"a": 1}~[1]            | 2 | expected an object such as {"user": "ann"}, not array
                    {"a": 1, "b": 2}~{"a":2}| 2 | this row lacks "b": every row needs the same columns (a, b)
                    {"a": 1}~{"a":1, "c":2} | 2 | this row has "c", which the first one does not have
                    {}                      | 1 | the first row has no columns
                    """)
    void saysWhatIsWrongWithJsonLines(String text, int line, String message) {
        var failure = failure(text, new Source.JsonLines("data"));
        assertThat(failure.problem()).contains(message);
        assertThat(failure.line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                      | 0 | the file has no rows
                    []                      | 0 | the file has no rows
                    {"a": 1}                | 1 | expected an array of objects
                    [{"a": 1},~ {"a": x}]   | 2 | this is not JSON
                    [{"a": 1}~              | 2 | this is not JSON
                    [{"a": 1},~~{"b": 1}]   | 3 | this row lacks "a"
                    """)
    void saysWhatIsWrongWithJson(String text, int line, String message) {
        var failure = failure(text, new Source.Json("data"));
        assertThat(failure.problem()).contains(message);
        assertThat(failure.line()).isEqualTo(line);
    }

    @Test
    void saysWhereItLookedForAFileAndWhatMayBeMeant() throws Exception {
        Files.writeString(folder.resolve("users.csv"), "a\n1\n");
        var failure =
                catchThrowableOfType(
                        InvalidDataException.class,
                        () -> Table.load(new Source.Csv("user.csv", ','), folder));
        assertThat(failure.problem())
                .contains("there is no such file in " + folder)
                .contains("did you mean \"users.csv\"?");
    }

    @Test
    void refusesWhatIsNotUtf8() throws Exception {
        Files.write(folder.resolve("data"), "a\nfür\n".getBytes(StandardCharsets.ISO_8859_1));
        for (var source :
                List.of(
                        new Source.Csv("data", ','),
                        new Source.Json("data"),
                        new Source.JsonLines("data"))) {
            assertThat(
                            catchThrowableOfType(
                                            InvalidDataException.class,
                                            () -> Table.load(source, folder))
                                    .problem())
                    .contains("save the file as UTF-8");
        }
    }

    /** Blocks are 4 MiB: these rows fill several, and stand on both sides of their borders. */
    @Test
    void holdsRowsOfManyBlocks() throws Exception {
        var packed = new PackedTable.Builder("data");
        for (int i = 0; i < 200; i++) {
            packed.text(i + "x".repeat(100_000 + i));
            packed.json("[" + i + "]");
            packed.nothing();
            packed.endRow(i);
        }
        var table = packed.build(List.of("a", "b", "c"));
        assertThat(table.size()).isEqualTo(200);
        for (int i : List.of(0, 40, 41, 42, 43, 199)) {
            var row = row(table, i);
            assertThat((String) row.get("a")).startsWith(i + "x").endsWith("x");
            assertThat((String) row.get("a")).hasSize(100_000 + i + String.valueOf(i).length());
            assertThat(row.get("b")).isEqualTo(List.of(i));
            assertThat(row.get("c")).isNull();
        }
    }

    @Test
    void refusesARowThatIsTooLong() {
        var packed = new PackedTable.Builder("data");
        packed.text("x".repeat(PackedTable.BLOCK));
        var failure = catchThrowableOfType(InvalidDataException.class, () -> packed.endRow(7));
        assertThat(failure.line()).isEqualTo(7);
        assertThat(failure.problem()).contains("longer than 4 MiB");
    }

    @Property(tries = 300)
    void givesBackWhatWasPacked(@ForAll @Size(min = 1, max = 30) List<@Size(3) List<String>> texts)
            throws Exception {
        var packed = new PackedTable.Builder("data");
        for (var row : texts) {
            row.forEach(packed::text);
            packed.endRow(1);
        }
        var table = packed.build(List.of("a", "b", "c"));
        for (int i = 0; i < texts.size(); i++) {
            var utf8 =
                    texts.get(i).stream()
                            .map(it -> it.getBytes(StandardCharsets.UTF_8))
                            .map(it -> (Object) new String(it, StandardCharsets.UTF_8))
                            .toList();
            assertThat(row(table, i).values()).containsExactlyElementsOf(utf8);
        }
    }

    private Table csv(String text) throws Exception {
        write(text);
        return Table.load(new Source.Csv("data", ','), folder);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("data"), text);
    }

    private InvalidDataException failure(String text, Source source) {
        return catchThrowableOfType(
                InvalidDataException.class,
                () -> {
                    write(text.replace('~', '\n'));
                    Table.load(source, folder);
                });
    }

    private static List<Map<String, Object>> rows(Table table) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < table.size(); i++) {
            rows.add(row(table, i));
        }
        return rows;
    }

    private static Map<String, Object> row(Table table, int number) {
        var row = new LinkedHashMap<String, Object>();
        table.read(number, row::put);
        return row;
    }
}
