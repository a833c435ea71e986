package io.spate.siege.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.http.HttpResponse;
import io.spate.siege.config.ConfFile;
import io.spate.siege.config.Settings;
import io.spate.siege.config.Target;
import io.spate.siege.text.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SiegeTest {
    private static final String ONE = "concurrent = 1\nreps = 1\n";

    private final List<String> told = new CopyOnWriteArrayList<>();

    private final Watcher watcher =
            new Watcher() {
                @Override
                public void answered(int user, Link link, HttpResponse response) {
                    told.add(response.status() + " " + link.path());
                }

                @Override
                public void unanswered(Link link, String reason) {
                    told.add("unanswered " + link.path());
                }

                @Override
                public void otherHost(String host) {
                    told.add("other host " + host);
                }
            };

    private Figures besiege(String conf, PageServer server, String... lines) throws Exception {
        var text = conf.replace("HERE", server.url(""));
        var directives = new ArrayList<>(Settings.NEW_USER);
        directives.addAll(ConfFile.read("siege.conf", text, _ -> Optional.empty()));
        var settings = Settings.of(directives);
        var targets = new ArrayList<Target>();
        for (var line : lines) {
            var whole = line.startsWith("/") ? server.url(line) : line;
            targets.add(Target.parse(whole, targets.size(), true, Path.of("")));
        }
        var logins =
                settings.requests().loginUrls().stream()
                        .map(it -> Target.parse(it, 0, true, Path.of("")))
                        .toList();
        var siege = new Siege(settings, targets, logins, watcher, Optional.empty(), _ -> true);
        var options = RunOptions.ofThisMachine().withWorkers(1);
        var result = new Run(siege.plan(1), siege, options, List.of()).execute();
        return siege.figures(result.elapsed());
    }

    @Test
    void countsThePartsOfAPageAsTransactions() throws Exception {
        try (var server =
                new PageServer(
                        Map.of(
                                "/",
                                "200 OK\nContent-Type: text/html; charset=utf-8\n\n"
                                        + "<img src=a.png><script src=b.js></script><img src=c.png>",
                                "/a.png",
                                "200 OK\n\nAAA"))) {
            var figures = besiege(ONE, server, "/");

            assertThat(told).containsExactly("200 /", "404 /c.png", "404 /b.js", "200 /a.png");
            assertThat(figures.transactions()).isEqualTo(4);
            assertThat(figures.successful()).isEqualTo(2);
            assertThat(figures.failed()).isZero();
            assertThat(figures.bytes()).isEqualTo(56 + 4 + 4 + 3);
        }
    }

    @Test
    void requestsTheUrlsAloneWithoutTheParser() throws Exception {
        try (var server =
                new PageServer(Map.of("/", "200 OK\nContent-Type: text/html\n\n<img src=a.png>"))) {
            besiege(ONE + "parser = false", server, "/");

            assertThat(server.lines()).containsExactly("GET /");
        }
    }

    @Test
    void countsEachRedirect() throws Exception {
        try (var server =
                new PageServer(
                        Map.of(
                                "/old",
                                "302 Found\nLocation: /older\nSet-Cookie: id=7\n\n",
                                "/older",
                                "301 Moved\nLocation: HERE/new\n\n",
                                "/new",
                                "200 OK\n\nnew",
                                "/post",
                                "307 Temporary Redirect\nLocation: /new\n\n"))) {
            var figures = besiege("concurrent = 1\nreps = 2", server, "/old", "/post POST a=b");

            assertThat(server.lines())
                    .containsExactly(
                            "GET /old", "GET /older", "GET /new", "POST /post", "POST /new");
            assertThat(server.requests().get(2)).contains("Cookie: id=7\r\n");
            assertThat(server.requests().get(4))
                    .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                    .endsWith("\r\n\r\na=b");
            assertThat(figures.transactions()).isEqualTo(5);
            assertThat(figures.successful()).isEqualTo(5);
        }
    }

    @Test
    void leavesRedirectsAloneWhereTold() throws Exception {
        try (var server = new PageServer(Map.of("/", "302 Found\nLocation: /new\n\n"))) {
            var figures = besiege(ONE + "follow-location = false", server, "/");

            assertThat(server.lines()).containsExactly("GET /");
            assertThat(figures.successful()).isOne();
        }
    }

    @Test
    void endsAChainOfRedirects() throws Exception {
        try (var server = new PageServer(Map.of("/", "302 Found\nLocation: /\n\n"))) {
            var figures = besiege(ONE, server, "/");

            assertThat(figures.transactions()).isEqualTo(21);
        }
    }

    @Test
    void errorsOfTheServerAreFailuresAndNoTransactions() throws Exception {
        try (var server =
                new PageServer(
                        Map.of(
                                "/down",
                                "503 Service Unavailable\n\nsorry",
                                "/to-down",
                                "302 Found\nLocation: /down\n\n"))) {
            var figures = besiege("concurrent = 1\nreps = 3", server, "/down", "/to-down", "/none");

            assertThat(figures.transactions()).isOne();
            assertThat(figures.failed()).isEqualTo(2);
            assertThat(figures.successful()).isOne();
        }
    }

    @Test
    void givesUpAfterSoManyFailures() throws Exception {
        try (var server = new PageServer(Map.of("/", "500 Oops\n\n"))) {
            var figures = besiege("concurrent = 1\nfailures = 5", server, "/");

            assertThat(figures.failed()).isEqualTo(5);
            assertThat(figures.transactions()).isZero();
        }
    }

    @Test
    void opensAConnectionForEachRequestUnlessTold() throws Exception {
        try (var server = new PageServer(Map.of("/", "200 OK\n\nx"))) {
            besiege("concurrent = 1\nreps = 3", server, "/");
            assertThat(server.connections()).isEqualTo(3);
            assertThat(server.requests().getFirst()).contains("Connection: close\r\n");

            besiege("concurrent = 1\nreps = 3\nconnection = keep-alive", server, "/");
            assertThat(server.connections()).isEqualTo(4);
            assertThat(server.requests().getLast()).contains("Connection: keep-alive\r\n");
        }
    }

    @Test
    void eachUserGoesThroughTheListOnce() throws Exception {
        try (var server = new PageServer(Map.of())) {
            var conf = "concurrent = 2\nreps = once";
            var figures = besiege(conf, server, "/a", "/b", "/c");

            assertThat(figures.transactions()).isEqualTo(6);
            assertThat(server.lines())
                    .containsExactlyInAnyOrder(
                            "GET /a", "GET /a", "GET /b", "GET /b", "GET /c", "GET /c");
        }
    }

    @Test
    void usersSpreadOverTheList() throws Exception {
        try (var server = new PageServer(Map.of())) {
            besiege("concurrent = 3\nreps = 1", server, "/a", "/b", "/c");

            assertThat(server.lines()).containsExactlyInAnyOrder("GET /a", "GET /b", "GET /c");
        }
    }

    @Test
    void logsInWhereAServerAsksAndStaysSo() throws Exception {
        try (var server =
                new PageServer(
                        Map.of(
                                "/",
                                "401 Unauthorized\nWWW-Authenticate: Basic realm=\"Admin\"\n\n",
                                "authorized /",
                                "200 OK\n\nin"))) {
            var conf = "concurrent = 1\nreps = 2\nlogin = jane:topsecret\nlogin = jeff:pw:Admin";
            var figures = besiege(conf, server, "/");

            assertThat(told).containsExactly("401 /", "200 /", "200 /");
            assertThat(server.requests().get(1)).contains("Authorization: Basic amVmZjpwdw==\r\n");
            assertThat(figures.successful()).isEqualTo(3);
        }
    }

    @Test
    void requestsALoginFirst() throws Exception {
        try (var server = new PageServer(Map.of())) {
            besiege(ONE + "login-url = HERE/login POST user=me", server, "/");

            assertThat(server.lines()).containsExactly("POST /login", "GET /");
        }
    }

    @Test
    void sendsTheHeadersOfSiegeWithThoseOfTheUserInTheirPlace() throws Exception {
        try (var server = new PageServer(Map.of())) {
            besiege(ONE + "header = accept: text/plain\nheader = X-Id: 7", server, "/");

            assertThat(server.requests().getFirst())
                    .startsWith("GET / HTTP/1.1\r\n")
                    .contains("accept: text/plain\r\n", "X-Id: 7\r\n")
                    .contains("Accept-Encoding: gzip, deflate\r\n", "Siege/4.0.7\r\n")
                    .doesNotContain("Accept: */*");
        }
    }

    @Test
    void tellsOfOtherHostsAndLeavesOutThoseItIsTold() throws Exception {
        try (var server =
                new PageServer(
                        Map.of(
                                "/",
                                "200 OK\nContent-Type: text/html\n\n"
                                        + "<img src=http://ads.localhost:9/a><img src=http://localhost:9/b>"))) {
            var figures = besiege(ONE + "nofollow = ads", server, "/");

            assertThat(told).containsExactly("200 /", "other host localhost", "unanswered /b");
            assertThat(figures.failed()).isOne();
        }
    }
}
