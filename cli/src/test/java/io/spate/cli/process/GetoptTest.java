package io.spate.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.cli.process.Getopt.Option;
import io.spate.cli.process.Getopt.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetoptTest {
    private static final Getopt GETOPT =
            new Getopt(
                    List.of(
                            new Option('q', "quiet", Value.NONE),
                            new Option('b', "benchmark", Value.NONE),
                            new Option('c', "concurrent", Value.REQUIRED),
                            new Option('C', "config", Value.NONE),
                            new Option('l', "log", Value.OPTIONAL)));

    @ParameterizedTest
    @CsvSource({
        "-c50, c=50",
        "-c 50, c=50",
        "-qbc50, q b c=50",
        "-bqc 50, b q c=50",
        "--concurrent=50, c=50",
        "--concurrent 50, c=50",
        "--conc=50, c=50",
        "--q -b, q b",
        "-l -q, l q",
        "-l URL, l URL",
        "-lx.log, l=x.log",
        "--log=x.log, l=x.log",
        "--log x.log, l x.log",
        "URL -c 5, c=5 URL",
        "-q -- -c, q -c",
        "-q -, q -",
        "-c -5, c=-5",
        "--log=, l="
    })
    void takesALineApartAsTheCLibraryDoes(String line, String expected) {
        var parsed = GETOPT.parse(List.of(line.split(" ")));

        var text = new StringBuilder();
        for (var option : parsed.options()) {
            text.append(text.isEmpty() ? "" : " ").append(option.letter());
            option.value().ifPresent(it -> text.append('=').append(it));
        }
        parsed.operands().forEach(it -> text.append(text.isEmpty() ? "" : " ").append(it));
        assertThat(text).hasToString(expected);
    }

    @Test
    void remembersWhatWasWritten() {
        var parsed = GETOPT.parse(List.of("--conc=5", "-c6"));

        assertThat(parsed.options())
                .extracting(Getopt.Found::written)
                .containsExactly("--conc", "-c");
    }

    @ParameterizedTest
    @CsvSource({
        "-z, invalid option -- 'z'",
        "-qz, invalid option -- 'z'",
        "--zoo, unrecognized option '--zoo'",
        "--zoo=1, unrecognized option '--zoo'",
        "--con=5, option '--con' is ambiguous; possibilities: '--concurrent' '--config'",
        "-c, option requires an argument -- 'c'",
        "--conc, option '--concurrent' requires an argument",
        "--qui=yes, option '--quiet' doesn't allow an argument"
    })
    void saysWhatIsWrongAsTheCLibraryDoes(String line, String message) {
        assertThat(GETOPT.parse(List.of(line.split(" "))).mistake()).contains(message);
    }

    @Test
    void keepsWhatStoodBeforeAMistake() {
        var line = GETOPT.parse(List.of("-q", "x", "-bz", "-c5"));

        assertThat(line.options()).extracting(Getopt.Found::letter).containsExactly('q', 'b');
        assertThat(line.operands()).containsExactly("x");
    }

    @Test
    void anOptionWithoutALetterHasItsNameAlone() {
        var getopt = new Getopt(List.of(new Option(Getopt.NO_LETTER, "help", Value.NONE)));

        assertThat(getopt.parse(List.of("--help")).options()).hasSize(1);
        assertThat(getopt.parse(List.of("-h")).mistake()).contains("invalid option -- 'h'");
    }
}
