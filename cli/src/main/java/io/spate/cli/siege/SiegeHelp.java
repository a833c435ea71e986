package io.spate.cli.siege;

/** What {@code spate siege --help} prints. */
final class SiegeHelp {
    static final String TEXT =
            """
            Usage: spate siege [options] [URL]

            Takes siege's command line, configuration and lists of URLs, and prints what siege prints.

              -c, --concurrent=N     N users at once (25)
              -t, --time=N[S|M|H]    for so long; minutes without a unit
              -r, --reps=N|once      N URLs for each user, or the whole list once
              -d, --delay=N          pause up to N seconds between pages, at random
              -b, --benchmark        no pauses
              -i, --internet         URLs of the list at random
              -f, --file=FILE        the list of URLs
              -R, --rc=FILE          the configuration, instead of ~/.siege/siege.conf
              -H, --header="N: V"    a header for each request; may be repeated
              -A, --user-agent=TEXT  the User-Agent
              -T, --content-type=T   the Content-Type of bodies
              -N, --no-parser        only the URLs, not what their pages need
              -F, --no-follow        redirects are not followed
              -g, --get              one request; shows it and the head of its answer
              -p, --print            the same with the body of its answer
              -v, --verbose          a line for each transaction (the default)
              -q, --quiet            the figures at the end alone
              -j, --json-output      the figures as JSON on stdout
              -l, --log[=FILE]       adds the figures to a log file
              -m, --mark=TEXT        marks the place in the log file
              -C, --config           shows the settings
              -D, --debug            shows each request and the head of its answer
              -V, --version          which siege this is
              -h, --help             this

            A URL may have a method and a body: 'http://localhost:8000/ POST name=value'.
            SPATE_ALLOWED_TARGETS=HOST,*.DOMAIN keeps requests to these hosts.
            """;

    private SiegeHelp() {}
}
