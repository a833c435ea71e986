package io.spate.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | p50",
                "2 | p50 and p95",
                "3 | p50, p95 and error rate",
                "4 | p50, p95, error rate and throughput"
            })
    void figuresThatAreOpenAreNamedAsInASentence(int open, String named) {
        var words =
                Words.of(
                        ComparisonVerdict.INCONCLUSIVE,
                        overall(open),
                        List.of(),
                        OptionalInt.empty(),
                        0.05);

        assertThat(words).isEqualTo(named + " of all requests cannot be decided");
    }

    /** All requests, with the first so many figures that decide open. */
    private static EndpointComparison overall(int open) {
        var figures = new ArrayList<FigureComparison>();
        int left = open;
        for (var figure : Figure.values()) {
            boolean isOpen = figure.decides() && left-- > 0;
            figures.add(
                    new FigureComparison(
                            figure,
                            1,
                            1,
                            OptionalDouble.empty(),
                            Optional.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            isOpen ? ComparisonVerdict.INCONCLUSIVE : ComparisonVerdict.PASS,
                            OptionalInt.empty(),
                            ""));
        }
        return new EndpointComparison("", "", 1, 1, figures, ComparisonVerdict.INCONCLUSIVE);
    }
}
