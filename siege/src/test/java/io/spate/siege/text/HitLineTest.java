package io.spate.siege.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.siege.config.ConfFile;
import io.spate.siege.config.Settings;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HitLineTest {
    private static final Hit HIT =
            new Hit(
                    3,
                    "HTTP/1.1",
                    200,
                    0.123,
                    4003,
                    "GET",
                    "/a?b=c",
                    2,
                    LocalDateTime.of(2026, 11, 21, 9, 8, 7));

    private static String line(String conf) {
        var settings = Settings.of(ConfFile.read("c", conf, _ -> Optional.empty()));
        return new HitLine(settings.display(), Optional.empty()).of(HIT);
    }

    @Test
    void looksAsSiegesDoes() {
        assertThat(line("color = off"))
                .isEqualTo("HTTP/1.1 200     0.12 secs:    4003 bytes ==> GET  /a?b=c\n");
    }

    @Test
    void isColouredByItsStatus() {
        assertThat(line("color = on"))
                .startsWith("\u001b[0;34mHTTP/1.1 200")
                .endsWith("\u001b[0m\n");
    }

    @Test
    void mayHaveAStampOrAUser() {
        assertThat(line("color = off\ntimestamp = true"))
                .startsWith("[Sat, 2026-11-21 09:08:07] HTTP/1.1 200 ");
        assertThat(line("color = off\ndisplay-id = true"))
                .isEqualTo("   3) HTTP/1.1 200   0.12 secs:    4003 bytes ==> GET  /a?b=c\n");
    }

    @Test
    void mayBeValuesWithCommas() {
        assertThat(line("color = off\ncsv = true"))
                .isEqualTo("HTTP/1.1,200,  0.12,   4003,/a?b=c,2,2026-11-21 09:08:07\n");
    }
}
