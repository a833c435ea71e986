package io.spate.script.data;

import java.util.List;
import java.util.Map;

/** Rows that a test has made itself. */
record ListTable(List<String> columns, List<Map<String, Object>> rows) implements Table {

    static ListTable of(List<Map<String, Object>> rows) throws InvalidDataException {
        if (rows.isEmpty()) {
            throw new InvalidDataException(
                    "", 0, "the list of rows is empty: it needs at least one row");
        }
        var columns = new Columns("", rows.getFirst().keySet());
        for (int i = 1; i < rows.size(); i++) {
            columns.check(0, "row " + (i + 1), rows.get(i).keySet());
        }
        return new ListTable(columns.names(), rows);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public void read(int row, Sink sink) {
        rows.get(row).forEach(sink::field);
    }
}
