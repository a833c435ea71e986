package io.spate.cli.siege;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.siege.config.Amount;
import io.spate.siege.config.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiegeFlagsTest {
    private static Settings settings(String line) {
        return Settings.of(SiegeFlags.parse(List.of(line.split(" "))).directives());
    }

    @Test
    void takesTheLinesThatPeopleType() {
        var settings = settings("-c50 -t30s -qb http://localhost:8000/");

        assertThat(settings.load().users()).isEqualTo(50);
        assertThat(settings.load().amount()).isEqualTo(new Amount.Time(30));
        assertThat(settings.load().benchmark()).isTrue();
        assertThat(settings.display().quiet()).isTrue();
        assertThat(settings.url()).contains("http://localhost:8000/");
    }

    @Test
    void takesLongFlagsAndTheLastUrl() {
        var settings =
                settings(
                        "--concurrent=5 first --reps=once --delay 1.5 --internet --no-parser"
                                + " --no-follow --header=X-A:1 -HX-B:2 --user-agent=me"
                                + " --content-type=text/plain --log=a.log --mark=here second");

        assertThat(settings.load().amount()).isEqualTo(new Amount.Once());
        assertThat(settings.load().delaySeconds()).isEqualTo(1.5);
        assertThat(settings.load().internet()).isTrue();
        assertThat(settings.requests().parser()).isFalse();
        assertThat(settings.requests().follow()).isFalse();
        assertThat(settings.requests().headers()).containsExactly("X-A:1", "X-B:2");
        assertThat(settings.requests().userAgent()).contains("me");
        assertThat(settings.requests().contentType()).isEqualTo("text/plain");
        assertThat(settings.log().file()).isEqualTo("a.log");
        assertThat(settings.log().mark()).contains("here");
        assertThat(settings.log().on()).isTrue();
        assertThat(settings.url()).contains("second");
    }

    @Test
    void aLogWithoutAFileLeavesTheUrlAlone() {
        var settings = settings("-l http://h/");

        assertThat(settings.log().on()).isTrue();
        assertThat(settings.url()).contains("http://h/");
    }

    @Test
    void findsTheConfigurationThatIsNamed() {
        assertThat(SiegeFlags.parse(List.of("-R", "my.conf")).rc()).contains("my.conf");
        assertThat(SiegeFlags.parse(List.of("--rc=my.conf")).rc()).contains("my.conf");
    }
}
