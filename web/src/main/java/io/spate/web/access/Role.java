package io.spate.web.access;

import java.util.Locale;

/** What somebody may do. */
public enum Role {
    /** Nothing before a login. */
    NONE,
    /** Look at everything. */
    VIEWER,
    /** Look, start, steer, stop and delete. */
    OPERATOR;

    /** As the page reads it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
