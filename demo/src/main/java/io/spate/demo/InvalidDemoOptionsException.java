package io.spate.demo;

import java.io.Serial;
import java.util.List;

/** Options that the demo shop cannot work with; the message has one line for each mistake. */
public final class InvalidDemoOptionsException extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1;

    /** With one line for each mistake: what was given, what is valid. */
    InvalidDemoOptionsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
