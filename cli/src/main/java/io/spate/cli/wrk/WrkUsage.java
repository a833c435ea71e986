package io.spate.cli.wrk;

/** What wrk prints where its arguments are not understood; each line is as long as the others. */
final class WrkUsage {
    static final String TEXT =
            """
            Usage: wrk <options> <url>                           \s
              Options:                                           \s
                -c, --connections <N>  Connections to keep open  \s
                -d, --duration    <T>  Duration of test          \s
                -t, --threads     <N>  Number of threads to use  \s
                                                                 \s
                -s, --script      <S>  Load Lua script file      \s
                -H, --header      <H>  Add header to request     \s
                    --latency          Print latency statistics  \s
                    --timeout     <T>  Socket/request timeout    \s
                -v, --version          Print version details     \s
                                                                 \s
              Numeric arguments may include a SI unit (1k, 1M, 1G)
              Time arguments may include a time unit (2s, 2m, 2h)
            """;

    private WrkUsage() {}

    /** The line above it that {@code -v} prints. */
    static String version(String spate) {
        return "wrk 4.2.0 (spate " + spate + ")\n";
    }
}
