package io.spate.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void isSentAsAnArrayOfTexts() {
        assertThat(new String(Command.of("SET", "ü", "").encoded(), StandardCharsets.UTF_8))
                .isEqualTo("*3\r\n$3\r\nSET\r\n$2\r\nü\r\n$0\r\n\r\n");
    }

    @Test
    void knowsItsKey() {
        assertThat(Command.of("get", "a").key()).contains("a");
        assertThat(Command.of("eval", "return 1", "1", "a").key()).contains("a");
        assertThat(Command.of("OBJECT", "ENCODING", "a").key()).contains("a");
        assertThat(Command.of("PING").key()).isEmpty();
    }

    @Test
    void hidesWhatFollowsItsName() {
        assertThat(Command.of("AUTH", "hidden")).hasToString("AUTH");
        assertThat(new Login("me", "hidden", "", 0).toString()).doesNotContain("hidden");
    }

    @Test
    void hasAName() {
        assertThatThrownBy(() -> new Command(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
