package io.spate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final Session session = new Session(Map.of("token", "shared", "n", 7), null);

    @Test
    void beginsWithWhatWasPreparedAndLaysItsOwnOverIt() {
        assertThat(session.text("n")).isEqualTo("7");
        session.set("token", "own").set("cart", 3);
        assertThat(session.get("token")).isEqualTo("own");
        assertThat(session.names()).containsExactlyInAnyOrder("token", "n", "cart");
        assertThat(session.values()).isEqualTo(Map.of("token", "own", "n", 7, "cart", 3));
    }

    @Test
    void forgetsWhatIsRemovedWhereverItCameFrom() {
        session.set("cart", 3);
        session.remove("cart");
        session.remove("token");
        session.remove("never");
        session.field("n", null);

        assertThat(session.has("cart")).isFalse();
        assertThat(session.find("token")).isEmpty();
        assertThat(session.values()).isEmpty();
        session.set("token", "new");
        assertThat(session.find("token")).contains("new");
    }

    @Test
    void saysWhatMayBeMeant() {
        assertThatThrownBy(() -> session.text("tokn"))
                .hasMessageContaining("nothing has set \"tokn\"")
                .hasMessageContaining("did you mean \"token\"?");
    }

    @Test
    void holdsNoMoreThanItsLimit() {
        for (int i = 0; i < Session.LIMIT; i++) {
            session.set("v" + i, i);
        }
        session.set("v1", "again");
        assertThatThrownBy(() -> session.set("more", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("use fewer names");
    }
}
