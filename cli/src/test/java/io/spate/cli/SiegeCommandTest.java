package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.cli.FakeProcess.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code spate siege} as a whole, against the demo shop. */
@Timeout(60)
class SiegeCommandTest extends WithShop {
    private FakeProcess process() {
        return new FakeProcess(folder).with("HOME", folder.toString());
    }

    private Outcome siege(String... arguments) throws IOException {
        process().write("siege.conf", "color = off\nverbose = true\nshow-logfile = true\n");
        var line = new String[arguments.length + 3];
        line[0] = "siege";
        line[1] = "-R";
        line[2] = "siege.conf";
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return process().run(line);
    }

    @Test
    void printsALineForEachTransactionAndTheBlock() throws Exception {
        var outcome = siege("-c2", "-r2", shop.url() + "/health");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .hasSize(4)
                .allMatch(
                        it ->
                                it.matches(
                                        "HTTP/1\\.1 200 +\\d+\\.\\d\\d secs: +\\d+ bytes ==> GET  /health"));
        assertThat(outcome.err())
                .startsWith(
                        """
                        ** SIEGE 4.0.7 (spate)
                        ** Preparing 2 concurrent users for battle.
                        The server is now under siege...

                        Transactions:\t\t           4 hits
                        Availability:\t\t      100.00 %
                        """)
                .endsWith("\n \n");
    }

    @Test
    void printsTheBlockAloneWhereItIsToBeQuiet() throws Exception {
        var outcome = siege("-q", "-c2", "-t1s", shop.url() + "/health");

        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("\nTransactions:\t\t");
        assertThat(
                        outcome.err()
                                .lines()
                                .filter(
                                        it ->
                                                it.matches(
                                                        ".*(Transactions|Availability|Response time|Transaction rate).*")))
                .hasSize(4);
    }

    @Test
    void saysWhenATimedSiegeIsOver() throws Exception {
        var outcome = siege("-c1", "-t1s", shop.url() + "/health");

        assertThat(outcome.err()).contains("\n\nLifting the server siege...\nTransactions:");
    }

    @Test
    void printsJsonInPlaceOfTheBlock() throws Exception {
        var outcome = siege("-j", "-c1", "-r3", shop.url() + "/health");

        assertThat(outcome.out())
                .startsWith("{\t\"transactions\":\t\t\t           3,\n")
                .endsWith("}\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void showsOneRequestWithItsAnswer() throws Exception {
        var get = siege("-g", shop.url() + "/health");
        var print = siege("-p", shop.url() + "/health");

        assertThat(get.out())
                .startsWith("HEAD /health HTTP/1.1\nHost: 127.0.0.1:")
                .contains("Connection: close\n\nHTTP/1.1 ");
        assertThat(print.out())
                .startsWith("GET /health HTTP/1.1\n")
                .contains("\n\nHTTP/1.1 200", "{");
        assertThat(print.err()).contains("Transactions:\t\t           1 hits");
    }

    @Test
    void addsToALogFile() throws Exception {
        var outcome = siege("-c1", "-r1", "-lmy.log", "-m", "first run", shop.url() + "/health");
        siege("-c1", "-r1", "-lmy.log", shop.url() + "/health");

        assertThat(outcome.out()).contains("LOG FILE: my.log\n");
        assertThat(process().read("my.log").lines())
                .hasSize(4)
                .anyMatch(it -> it.equals("**** first run ****"))
                .filteredOn(
                        it ->
                                it.matches(
                                        "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,      1,.*,       1,       0"))
                .hasSize(2);
    }

    @Test
    void showsFailuresOnceAndGivesUp() throws Exception {
        process().write("few.conf", "color = off\nfailures = 3\n");
        var outcome = process().run("siege", "-R", "few.conf", "-c1", "http://127.0.0.1:9/");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .containsOnlyOnce("[error] http://127.0.0.1:9/: connection refused")
                .contains(": 3 times")
                .contains("siege aborted due to excessive socket failure")
                .contains("Availability:\t\t        0.00 %")
                .contains("Failed transactions:\t           3");
    }

    @Test
    void holdsUsersToTheLimitWithoutWaiting() throws Exception {
        process().write("low.conf", "limit = 2\ncolor = off\nverbose = false\n");
        var outcome =
                process().run("siege", "-R", "low.conf", "-c5", "-r1", shop.url() + "/health");

        assertThat(outcome.out()).contains("WARNING: The number of users is capped at 2.");
        assertThat(outcome.err()).contains("Transactions:\t\t           2 hits");
    }

    @Test
    void showsTheSettings() throws Exception {
        var outcome = siege("-C", "-c7", "-t2M");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("CURRENT  SIEGE  CONFIGURATION\nMozilla/5.0 (spate) Siege/4.0.7\n")
                .contains("concurrent users:               7\n")
                .contains("time to run:                    120 seconds\n")
                .contains("resource file:                  siege.conf\n");
    }

    @Test
    void keepsToTheAllowedTargets() throws Exception {
        var outcome =
                process()
                        .with("SPATE_ALLOWED_TARGETS", "other.example")
                        .run("siege", "-r1", shop.url());

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains("127.0.0.1 is not among the allowed targets");
    }

    @Test
    void saysWhatIsWrongWithALine() throws Exception {
        process().write("urls.txt", "http://$(HOST)/\n");
        process().write("empty.txt", "# nothing\n");

        assertThat(siege("-z").err()).contains("spate: invalid option -- 'z'\n");
        assertThat(siege("-c", "many", "http://h/").err()).contains("-c: 'many' is not a whole");
        assertThat(siege("-f", "none.txt").err())
                .contains("the list of URLs cannot be read: none.txt");
        assertThat(siege("-f", "empty.txt").err()).contains("empty.txt: there is no URL in it");
        assertThat(siege("-f", "urls.txt").err()).contains("urls.txt:1: there is no variable HOST");
        assertThat(siege("-Hbad", "http://h/").exitCode()).isOne();
        assertThat(process().run("siege", "-R", "none.conf", "http://h/").err())
                .contains("the configuration cannot be read: none.conf");
        assertThat(siege("-r1", "http://host.invalid/").err()).contains("unknown host");
    }

    @Test
    void helpsAndTellsWhichSiegeItIs() throws Exception {
        assertThat(siege("--help").out()).contains("-c, --concurrent=N");
        assertThat(siege("-V").err()).startsWith("SIEGE 4.0.7");
    }
}
