package io.spate.net.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses users come from. */
class SourceAddressesTest {
    private static final InetAddress FOUR = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress SIX = InetAddress.ofLiteral("::1");

    private static List<String> firstOf(SourceAddresses sources, InetAddress target, int count) {
        return IntStream.range(0, count)
                .mapToObj(turn -> sources.to(target, turn).orElseThrow().getHostAddress())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.9                     | 1     | 10.0.0.9  | 10.0.0.9",
                "10.0.0.254-10.0.1.1          | 4     | 10.0.0.254| 10.0.1.1",
                "10.0.0.0/28                  | 14    | 10.0.0.1  | 10.0.0.14",
                "10.0.0.7/28                  | 14    | 10.0.0.1  | 10.0.0.14",
                "10.0.0.8/31                  | 2     | 10.0.0.8  | 10.0.0.9",
                "10.0.0.8/32                  | 1     | 10.0.0.8  | 10.0.0.8",
                "255.255.255.254-255.255.255.255 | 2  | 255.255.255.254 | 255.255.255.255",
                "0.0.0.0/30                   | 2     | 0.0.0.1   | 0.0.0.2",
                "10.0.0.1, 10.0.0.3-10.0.0.4 ,10.1.0.0/16 | 65537 | |"
            })
    void countsAsK6Does(String text, int count, String first, String last) {
        if (count > SourceAddresses.MAX) {
            assertThatThrownBy(() -> SourceAddresses.parse(text))
                    .hasMessageContaining("is more than 65536 addresses");
            return;
        }
        SourceAddresses sources = SourceAddresses.parse(text);
        List<String> all = firstOf(sources, FOUR, count);

        assertThat(sources.count()).isEqualTo(count);
        assertThat(all).doesNotHaveDuplicates().startsWith(first).endsWith(last);
        assertThat(sources.to(FOUR, count).orElseThrow().getHostAddress()).isEqualTo(first);
    }

    @Test
    void keepsTheKindsApart() {
        SourceAddresses sources = SourceAddresses.parse("127.0.0.2,fd00::1-fd00::3");

        assertThat(firstOf(sources, SIX, 3)).endsWith("fd00:0:0:0:0:0:0:3");
        assertThat(firstOf(sources, FOUR, 2)).containsOnly("127.0.0.2");
        assertThat(SourceAddresses.parse("127.0.0.2").to(SIX, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.2,",
                "localhost",
                "10.0.0.9-10.0.0.8",
                "10.0.0.1-fd00::1",
                "10.0.0.0/33",
                "10.0.0.0/",
                "fd00::/64"
            })
    void refusesOthers(String text) {
        assertThatThrownBy(() -> SourceAddresses.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void turnsAreEven(@ForAll @IntRange(min = 1, max = 50) int users) {
        SourceAddresses sources = SourceAddresses.parse("10.0.0.1-10.0.0.7");
        int[] taken = new int[7];
        for (int i = 0; i < users; i++) {
            byte[] mine = sources.to(FOUR, sources.nextTurn()).orElseThrow().getAddress();
            taken[mine[3] - 1]++;
        }
        assertThat(
                        IntStream.of(taken).max().orElseThrow()
                                - IntStream.of(taken).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }
}
