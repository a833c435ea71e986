package io.spate.web.api;

import io.spate.web.live.CheckRow;
import java.util.List;

/** Lists, each under its name. */
final class Named {
    private Named() {}

    record Failures(List<?> failures) {}

    record Exceptions(List<?> exceptions) {}

    record Checks(List<CheckRow> checks) {}
}
