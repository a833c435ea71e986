package io.spate.k6.api.html;

import io.spate.k6.vu.Vu;
import java.util.List;
import org.graalvm.polyglot.HostAccess;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What the module {@code k6/html} does for one user. */
public final class HtmlBinding {
    private final Vu vu;

    HtmlBinding(Vu vu) {
        this.vu = vu;
    }

    /** The tree of a page. */
    @HostAccess.Export
    public Nodes parse(String text, String url) {
        return new Nodes(vu, List.of(Jsoup.parse(text, url)));
    }

    /** A URL as a page at another one means it. */
    @HostAccess.Export
    public String resolved(String base, String url) {
        var link = new Element("a").attr("href", url);
        link.setBaseUri(base);
        return link.absUrl("href");
    }
}
