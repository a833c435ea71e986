package io.spate.cli.locust;

/** What {@code --help} prints. */
final class LocustHelp {
    static final String TEXT =
            """
            Usage: spate locust [options] [UserClass ...]

            Runs locustfiles. The options are Locust's:
              -f, --locustfile FILE,..   locustfile.py in the working folder, unless told otherwise
              -H, --host URL             the target
              -u, --users N              users at the peak (1)
              -r, --spawn-rate N         users that come in a second (1)
              -t, --run-time TIME        20, 20s, 3m, 1h20m
              -i, --iterations N         tasks of all users together
              --headless                 without a web page
              --web-host HOST, -P, --web-port PORT
                                         where the page is (127.0.0.1:8089; * for all addresses)
              --autostart, --autoquit SECONDS
                                         starts at once; ends all so long after the run
              --class-picker, --web-login, --tls-cert FILE, --tls-key FILE
              -T, --tags TAG ..          tasks with any of these tags alone
              -E, --exclude-tags TAG ..  tasks with none of these tags
              -l, --list                 shows the classes of users
              --csv PREFIX, --csv-full-history, --html FILE, --json, --json-file PREFIX
              --only-summary, --print-stats, --reset-stats
              -s, --stop-timeout TIME, --exit-code-on-error N, --equal-weights
              --show-task-ratio, --show-task-ratio-json
              -L, --loglevel LEVEL, --logfile FILE, --config FILE, -V, --version
              --config-users JSON ..     members of classes: '{"user_class_name": "A", "weight": 3}'
              --check-rps N, --check-fail-ratio N, --check-avg-response-time MS
                                         limits; where one is crossed the run ends with 3
            Beside them: --allow FOLDER, where scripts may read and write, and --packages FOLDER,
            where packages of Python are, as in the variable PYTHONPATH.

            Variables (LOCUST_HOST, LOCUST_USERS ...), locust.conf and pyproject.toml give options
            too. Exit codes: 0 passed, 1 failures or exceptions, 2 a failed listener.
            """;

    private LocustHelp() {}
}
