package io.spate.output.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Tags;
import java.util.List;
import org.junit.jupiter.api.Test;

class JtlLinesTest {
    private static final List<Metric> ORDER =
            List.of(
                    BuiltinMetrics.HTTP_REQS,
                    BuiltinMetrics.HTTP_REQ_FAILED,
                    BuiltinMetrics.HTTP_REQ_DURATION,
                    BuiltinMetrics.HTTP_REQ_BLOCKED,
                    BuiltinMetrics.HTTP_REQ_CONNECTING,
                    BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING,
                    BuiltinMetrics.HTTP_REQ_SENDING,
                    BuiltinMetrics.HTTP_REQ_WAITING,
                    BuiltinMetrics.HTTP_REQ_RECEIVING);
    private static final long NOW = 1_700_000_000_500_000_000L;

    private final JtlLines lines = new JtlLines();
    private final StringBuilder text = new StringBuilder();

    private static Tags tags(String name, String status) {
        return Tags.of("name", name)
                .with("url", name)
                .with("status", status)
                .with("scenario", "browse")
                .with("expected_response", Boolean.toString(status.startsWith("2")));
    }

    private void part(int lane, int index, Tags tags, long value) {
        lines.append(text, lane, new Series(ORDER.get(index), tags), NOW, value);
    }

    /** A request of 12 ms on a connection that took 5 ms, 3 of them for TLS. */
    private void request(int lane, Tags tags) {
        long[] values = {1, 0, 12_000_000, 0, 2_000_000, 3_000_000, 500_000, 10_500_000, 1_000_000};
        for (int i = 0; i < values.length; i++) {
            part(lane, i, tags, values[i]);
        }
    }

    @Test
    void aRequestIsARow() {
        lines.append(text, 0, new Series(BuiltinMetrics.VUS, Tags.NONE), NOW, 4);
        request(1, tags("/users", "200"));

        assertThat(lines.head() + text)
                .isEqualTo(
                        """
                        timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,\
                        success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,\
                        IdleTime,Connect
                        1700000000483,17,/users,200,OK,browse 1-1,text,true,,0,0,4,4,/users,16,0,5
                        """);
    }

    @Test
    void loopsDoNotMix() {
        for (int i = 0; i < ORDER.size(); i++) {
            part(1, i, tags("/a", "200"), 1_000_000);
            part(2, i, tags("/b", "200"), 2_000_000);
        }
        assertThat(text.toString().lines().map(it -> it.split(",", -1)[2]))
                .containsExactly("/a", "/b");
    }

    @Test
    void aRequestOfWhichAValueIsMissingHasNoRow() {
        part(1, 0, tags("/a", "200"), 1);
        part(1, 1, tags("/a", "200"), 0);
        part(1, 7, tags("/b", "200"), 1);
        part(1, 8, tags("/b", "200"), 1);
        request(1, tags("/c", "200"));

        assertThat(text.toString().lines().map(it -> it.split(",", -1)[2])).containsExactly("/c");
    }

    @Test
    void quotesTheThreadOfAScenarioWithAComma() {
        request(7, tags("/a", "200").with("scenario", "look, buy"));
        assertThat(text.toString()).contains(",OK,\"look, buy 1-7\",text,true,,0,0,");
    }

    @Test
    void saysWhatWentWrong() {
        request(1, tags("/a,\"b\"", "0").with("error", "refused").with("error_kind", "connect"));
        assertThat(text.toString())
                .contains(
                        ",\"/a,\"\"b\"\"\",Non HTTP response code: connect,Non HTTP response"
                                + " message: refused,browse 1-1,text,false,refused,0,0,");
    }
}
