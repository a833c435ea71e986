package io.spate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {
    /** As {@code CLUSTER KEYSLOT} says. */
    @ParameterizedTest
    @CsvSource({
        "123456789, 12739",
        "foo, 12182",
        "bar, 5061",
        "foo{}{bar}, 8363",
        "foo{{bar}}zap, 4015",
        "foo{bar}{zap}, 5061",
        "größe, 9425"
    })
    void keysHaveSlots(String key, int slot) {
        assertThat(Slots.slot(key)).isEqualTo(slot);
    }

    @Test
    void whatIsInBracesDecides() {
        assertThat(Slots.slot("{user1000}.following")).isEqualTo(Slots.slot("user1000"));
    }
}
