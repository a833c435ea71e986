package io.spate.script.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameCacheTest {
    private final List<String> asked = new ArrayList<>();
    private final NameCache cache =
            new NameCache(
                    name -> {
                        asked.add(name);
                        return name.length();
                    });

    @Test
    void asksOnceForEachName() {
        for (int i = 0; i < 3; i++) {
            assertThat(cache.get("logged in")).isEqualTo(9);
            assertThat(cache.get("paid")).isEqualTo(4);
        }
        assertThat(asked).containsExactly("logged in", "paid");
    }

    @Test
    void knowsANameThatWasPutTogetherAnew() {
        cache.get("status 200");
        cache.get("status " + asked.size() * 200);
        assertThat(asked).containsExactly("status 200");
    }

    @Test
    void answersBeyondItsLimitWithoutGrowing() {
        for (int i = 0; i < 2 * NameCache.LIMIT; i++) {
            assertThat(cache.get("n" + i)).isEqualTo(("n" + i).length());
        }
        asked.clear();
        cache.get("n0");
        cache.get("n" + (NameCache.LIMIT - 1));
        cache.get("n" + NameCache.LIMIT);
        assertThat(asked).containsExactly("n" + NameCache.LIMIT);
    }
}
