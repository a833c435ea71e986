package io.spate.web.live;

import java.util.List;
import java.util.Map;

/** A check of the script. */
public record CheckRow(String name, long passes, long fails) {

    static List<CheckRow> of(Map<String, Figures.Check> checks) {
        return checks.entrySet().stream()
                .map(
                        it ->
                                new CheckRow(
                                        it.getKey(),
                                        it.getValue().passes(),
                                        it.getValue().total() - it.getValue().passes()))
                .toList();
    }
}
