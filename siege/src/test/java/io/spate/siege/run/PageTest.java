package io.spate.siege.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.http.wire.Url;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Url AT = Url.parse("http://shop.example/a/b.html");

    private static Page page(String html) {
        return Page.parse(html, AT);
    }

    @Test
    void findsWhatSiegeFindsFromTheLastToTheFirst() {
        var page =
                page(
                        """
                        <html><head><link rel="stylesheet" href="a.css"><link rel=icon href=f.ico>
                        <link rel="alternate stylesheet" href="b.css"><script src="/j.js"></script>
                        <script>var x = '<img src="no.png">';</script></head>
                        <body background="bg.png"><img alt="" src="i.png"><img src='i.png'>
                        <!-- <img src="comment.png"> --><a href="other.html">x</a><img src="">
                        <img src="data:image/png;base64,AAAA"><img src="//cdn.example/x y.png">
                        </body></html>
                        """);

        assertThat(page.parts())
                .extracting(it -> it.server() + it.target())
                .containsExactly(
                        "http://cdn.example/x%20y.png",
                        "http://shop.example/a/i.png",
                        "http://shop.example/a/bg.png",
                        "http://shop.example/j.js",
                        "http://shop.example/a/a.css");
        assertThat(page.refresh()).isEmpty();
    }

    @Test
    void findsWhereAPageLeadsTo() {
        var page = page("<meta http-equiv=\"Refresh\" content=\"0; URL='/new'\"/>");

        assertThat(page.refresh().orElseThrow().target()).isEqualTo("/new");
    }

    @Test
    void takesAnything() {
        assertThat(page("").parts()).isEmpty();
        assertThat(page("{\"not\": \"html\"}").parts()).isEmpty();
        assertThat(page("<img src=http://[>").parts()).isEmpty();
    }
}
