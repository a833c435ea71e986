package io.spate.analysis.files;

import io.spate.analysis.files.samples.K6Series.Sampled;
import io.spate.analysis.files.samples.SampleFold;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import io.spate.metrics.Metric;
import java.util.ArrayList;
import java.util.List;

/** What readers of samples have in common: what they say, and what they end with. */
final class Notices {
    private Notices() {}

    /** The file ends in the midst of a line. */
    static String cutOff(long line) {
        return "the file is cut off in line %d: read up to there".formatted(line);
    }

    /** Times of one run are near each other. */
    static ResultFileException farOff(Source source, long line) {
        return source.corrupt(line, "this is more than 31 days from the file's first time");
    }

    /** Adds a sample; the times of what it measured are the run's too. */
    static void add(SampleFold fold, Sampled sampled, long epochNanos, long recorded) {
        var metric = sampled.metric();
        boolean time =
                metric.type() == Metric.Type.TREND && metric.contains() == Metric.Contains.TIME;
        fold.add(
                epochNanos - (time ? Math.max(0, recorded) : 0),
                epochNanos,
                sampled.series(),
                recorded);
    }

    /** What was read. */
    static ResultFile samples(
            Source source,
            FileFormat format,
            SampleFold fold,
            List<String> notices,
            List<String> more)
            throws ResultFileException {
        if (fold.isEmpty()) {
            throw source.wrong(
                    0,
                    "this is %s, without a single sample".formatted(format.words()),
                    "Look whether the run has made requests.");
        }
        var all = new ArrayList<>(notices);
        all.addAll(more);
        if (fold.folded() > 0) {
            all.add(
                    "%d kinds of samples were too many, and are counted as (other)"
                            .formatted(fold.folded()));
        }
        return new ResultFile.Samples(
                new Origin(source.name(), format, all), fold.run(source.name()));
    }
}
