package io.spate.siege.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinalBlockTest {
    private static final Figures SOME =
            new Figures(12_450, 12_440, 12_400, 10, 5_242_880, 1_494, 30.01, 1.234, 0.004);

    private static final Figures NONE = new Figures(0, 0, 0, 1024, 0, 0, 0, 0, 0);

    @Test
    void looksAsSiegesDoes() {
        assertThat(FinalBlock.text(SOME, false))
                .isEqualTo(
                        """

                        Transactions:\t\t       12450 hits
                        Availability:\t\t       99.92 %
                        Elapsed time:\t\t       30.01 secs
                        Data transferred:\t        5.00 MB
                        Response time:\t\t        0.12 secs
                        Transaction rate:\t      414.86 trans/sec
                        Throughput:\t\t        0.17 MB/sec
                        Concurrency:\t\t       49.78
                        Successful transactions:       12440
                        Failed transactions:\t          10
                        Longest transaction:\t        1.23
                        Shortest transaction:\t        0.00
                        \s
                        """);
    }

    @Test
    void hasZerosWhereNothingWasAnswered() {
        assertThat(FinalBlock.text(NONE, true))
                .contains("Availability:\t\t        0.00 %\n")
                .contains("Transaction rate:\t        0.00 trans/sec\n")
                .contains("HTTP OK received:\t           0\n")
                .contains("Failed transactions:\t        1024\n");
    }

    @Test
    void jsonLooksAsSiegesDoes() {
        assertThat(FinalBlock.json(SOME, false))
                .isEqualTo(
                        """
                        {\t"transactions":\t\t\t       12450,
                        \t"availability":\t\t\t       99.92,
                        \t"elapsed_time":\t\t\t       30.01,
                        \t"data_transferred":\t\t        5.00,
                        \t"response_time":\t\t        0.12,
                        \t"transaction_rate":\t\t      414.86,
                        \t"throughput":\t\t\t        0.17,
                        \t"concurrency":\t\t\t       49.78,
                        \t"successful_transactions":\t       12440,
                        \t"failed_transactions":\t\t          10,
                        \t"longest_transaction":\t\t        1.23,
                        \t"shortest_transaction":\t\t        0.00
                        }
                        """);
    }

    @Test
    void aLineOfTheLogLooksAsSiegesDoes() {
        assertThat(FinalBlock.logLine(SOME, "2026-11-21 11:06:21"))
                .isEqualTo(
                        "2026-11-21 11:06:21,  12450,      30.01,           5,       0.12,"
                                + "      414.86,        0.17,       49.78,   12440,      10\n");
        assertThat(FinalBlock.logLine(NONE, "2026-11-21 11:06:21")).doesNotContain("inf", "NaN");
    }
}
