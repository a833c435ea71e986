package io.spate.siege.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsFileTest {
    @TempDir Path folder;

    private List<Target> read(String text) {
        return UrlsFile.read("urls.txt", text, _ -> Optional.empty(), true, folder);
    }

    @Test
    void readsUrlsMethodsBodiesVariablesAndComments() {
        var targets =
                read(
                        """
                        # all of the shop
                        HOST = shop.example:8000
                        SCHEME=https

                        $(SCHEME)://$(HOST)/a  # a comment
                        ${HOST}/b?x=1&y=2
                        http://h POST name=value&other=#1
                          http://h/c PUT  {"a": "b c"}
                        http://h/d DELETE
                        http://h/e HEAD
                        """);

        assertThat(targets)
                .extracting(Target::url)
                .containsExactly(
                        "https://shop.example:8000/a",
                        "http://shop.example:8000/b?x=1&y=2",
                        "http://h/",
                        "http://h/c",
                        "http://h/d",
                        "http://h/e");
        assertThat(targets)
                .extracting(Target::method)
                .containsExactly("GET", "GET", "POST", "PUT", "DELETE", "HEAD");
        assertThat(targets).extracting(Target::id).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(targets)
                .extracting(UrlsFileTest::body)
                .containsExactly("-", "-", "name=value&other=#1", "{\"a\": \"b c\"}", "", "-");
    }

    @Test
    void takesBodiesFromFiles() throws IOException {
        Files.writeString(folder.resolve("form.txt"), "a=b\n");
        Files.write(folder.resolve("picture.jpg"), new byte[] {1, 2, 10});

        var targets = read("http://h/ POST <form.txt\nhttp://h/ PUT < picture.jpg\n");

        assertThat(targets)
                .extracting(it -> it.body().orElseThrow().bytes())
                .containsExactly(new byte[] {'a', '=', 'b'}, new byte[] {1, 2, 10});
    }

    @Test
    void namesEachMistakeWithItsLine() {
        assertThatThrownBy(
                        () ->
                                read(
                                        """
                                        http://h/
                                        ftp://h/a
                                        http://$(HSOT)/
                                        http://h/ POST <none.txt
                                        http://h:99999/
                                        """))
                .isInstanceOfSatisfying(
                        SiegeException.class,
                        e -> {
                            assertThat(e.problems()).hasSize(4);
                            assertThat(e.problems().get(0)).startsWith("urls.txt:2: ");
                            assertThat(e.problems().get(1))
                                    .startsWith("urls.txt:3: there is no variable HSOT");
                            assertThat(e.problems().get(2))
                                    .isEqualTo(
                                            "urls.txt:4: the body's file cannot be read: none.txt");
                            assertThat(e.problems().get(3)).startsWith("urls.txt:5: ");
                        });
    }

    @Test
    void wantsOneUrlAtLeast() {
        assertThatThrownBy(() -> read("# nothing\nHOST=h\n")).hasMessageContaining("no URL");
    }

    @ParameterizedTest
    @CsvSource({
        "h, http://h/",
        "h/a b, http://h/a%20b",
        "h/a\"b<c>, http://h/a%22b%3Cc%3E",
        "h/{id}, http://h/%7Bid%7D",
        "h/ä, http://h/%C3%A4",
        "h/%20x, http://h/%20x",
        "h?a=b, http://h?a=b",
        "https://u:p@h:1/a, https://u:p@h:1/a",
        "[::1]:8000/a, http://[::1]:8000/a"
    })
    void completesAndEscapesUrls(String written, String expected) {
        assertThat(Target.parse(written, 0, true, folder).url()).isEqualTo(expected);
    }

    private static String body(Target target) {
        return target.body().map(it -> new String(it.bytes(), StandardCharsets.UTF_8)).orElse("-");
    }
}
