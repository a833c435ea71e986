package io.spate.cli.process;

/**
 * What a command ends with; the numbers are k6's, but the last two, which it does not use, and that
 * of wrong arguments, which is Locust's.
 */
public enum ExitCode {
    PASSED(0),
    FAILED(1),
    WRONG_ARGUMENTS(2),
    THRESHOLDS_CROSSED(99),
    INVALID_CONFIGURATION(104),
    INTERRUPTED(105),
    API_NOT_STARTED(106),
    SCRIPT_ERROR(107),
    INVALID_RUN(111),
    NO_VERDICT(112);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }
}
