package io.spate.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.report.text.Cells;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;

/** Whatever a name holds, a reader of Markdown finds it as it is: no more, no less. */
class MarkdownTextTest {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings()
                        .withChars("\\`*_{}[]()<>#+-.!|~&$:;/?=a1 \n\r\t\"'@")
                        .ofMaxLength(30),
                Arbitraries.of(
                        "🚀", "日本", "a\u0000b", "\u202Ex", "\uD800", "| --- |", "&lt;", "<b>"));
    }

    @Property
    void aCellHoldsTheNameAndNothingElse(@ForAll("names") String name) {
        var text = new StringBuilder();
        new MarkdownTable(text, "Name", ">Count").row("x" + name + "x", "7").row("end", "8");

        var cells = new Cellar();
        PARSER.parse(text.toString()).accept(cells);

        assertThat(cells.texts)
                .containsExactly("Name", "Count", Cells.clean("x" + name + "x"), "7", "end", "8");
    }

    @Property
    void aListItemIsOneLineOfText(@ForAll("names") String name) {
        var parsed = PARSER.parse("- a" + MarkdownText.escape(name) + "\n- end\n");

        assertThat(parsed.getFirstChild()).isInstanceOf(BulletList.class);
        assertThat(parsed.getFirstChild().getNext()).isNull();
        var all = new Everything();
        parsed.accept(all);
        assertThat(all.code).isZero();
        assertThat(TextContentRenderer.builder().build().render(parsed)).contains("end");
        assertThat(all.text.toString()).isEqualTo("a" + Cells.clean(name).strip() + "end");
    }

    @Property
    void aBlockEndsWhereItShould(@ForAll("names") String name) {
        var parsed = PARSER.parse(MarkdownText.block("x" + name + "\n```\n````") + "\nend\n");

        assertThat(parsed.getFirstChild()).isInstanceOf(FencedCodeBlock.class);
        assertThat(((FencedCodeBlock) parsed.getFirstChild()).getLiteral()).contains("````");
        assertThat(parsed.getLastChild().getFirstChild()).isInstanceOf(Text.class);
        assertThat(parsed.getFirstChild().getNext()).isSameAs(parsed.getLastChild());
    }

    @Test
    void whatMeansNothingStaysReadable() {
        assertThat(MarkdownText.escape("/api/users/{id}")).isEqualTo("/api/users/{id}");
        assertThat(MarkdownText.escape("http_req_duration")).isEqualTo("http_req_duration");
        assertThat(MarkdownText.escape("P95 latency 350.2ms exceeds threshold 250ms"))
                .isEqualTo("P95 latency 350.2ms exceeds threshold 250ms");
    }

    /** The texts of all cells. */
    private static final class Cellar extends AbstractVisitor {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell) {
                var all = new Everything();
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    child.accept(all);
                }
                texts.add(all.text.toString());
            } else {
                visitChildren(node);
            }
        }

        @Override
        public void visit(CustomBlock block) {
            visitChildren(block);
        }
    }

    /** All text, and how much of it is not only that. */
    private static final class Everything extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();
        private int code;

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            code++;
        }

        @Override
        public void visit(HtmlInline node) {
            code++;
        }
    }
}
