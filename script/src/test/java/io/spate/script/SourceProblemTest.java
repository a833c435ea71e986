package io.spate.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceProblemTest {
    @Test
    void showsTheLineWithACaretUnderTheColumn() {
        var problem =
                new SourceProblem(
                        "Shop.java",
                        12,
                        11,
                        "cannot find symbol\n  symbol: method gett(String)",
                        "    user  .gett(\"/\");");
        assertThat(problem.render())
                .isEqualTo(
                        """
                        Shop.java:12:11: error: cannot find symbol
                            user  .gett("/");
                                  ^
                          symbol: method gett(String)""");
    }

    @Test
    void keepsTabsBeforeTheCaret() {
        var problem = new SourceProblem("a.yml", 1, 3, "no", "\t\tx: 1");
        assertThat(problem.render()).isEqualTo("a.yml:1:3: error: no\n\t\tx: 1\n\t\t^");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(SourceProblem.of("no").render()).isEqualTo("error: no");
        assertThat(new SourceProblem("a.yml", 0, 0, "no", "").render())
                .isEqualTo("a.yml: error: no");
        assertThat(new SourceProblem("a.yml", 3, 0, "no", "x:").render())
                .isEqualTo("a.yml:3: error: no\nx:");
    }

    @Test
    void putsTheCaretBehindALineThatEndsTooEarly() {
        assertThat(new SourceProblem("a", 1, 4, "no", "x:").render())
                .isEqualTo("a:1:4: error: no\nx:\n  ^");
    }

    @Test
    void anExceptionShowsAllOfThem() {
        var both = List.of(SourceProblem.of("one"), SourceProblem.of("two"));
        assertThat(new ScriptException(both)).hasMessage("error: one\nerror: two");
    }
}
