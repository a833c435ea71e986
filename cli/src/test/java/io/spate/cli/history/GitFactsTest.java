package io.spate.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.store.Commit;
import org.junit.jupiter.api.Test;

class GitFactsTest {
    @Test
    void whatGitSaysBecomesACommit() {
        assertThat(GitFacts.commit("# branch.oid abc\n# branch.head main\n"))
                .contains(new Commit("abc", "main", false));
        assertThat(
                        GitFacts.commit(
                                "# branch.oid abc\n# branch.head (detached)\n1 .M N... 1 1 1 a b f\n"))
                .contains(new Commit("abc", "", true));
        assertThat(GitFacts.commit("# branch.oid (initial)\n# branch.head main\n")).isEmpty();
    }
}
