package io.spate.output.csv;

import io.spate.output.text.CsvCell;
import java.util.List;

/** Rows as Python's {@code csv.writer} writes them: quoted where they must be, ended by CRLF. */
final class CsvText {
    private final StringBuilder text = new StringBuilder();

    CsvText row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(CsvCell.of(cells.get(i)));
        }
        text.append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
