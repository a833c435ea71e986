package io.spate.output.csv;

import java.util.List;

/** Rows as Python's {@code csv.writer} writes them: quoted where they must be, ended by CRLF. */
final class CsvText {
    private final StringBuilder text = new StringBuilder();

    CsvText row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        text.append("\r\n");
        return this;
    }

    private static String quoted(String cell) {
        boolean plain =
                cell.chars().noneMatch(it -> it == ',' || it == '"' || it == '\r' || it == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
