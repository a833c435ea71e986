package io.spate.output.type;

import io.spate.metrics.Metric;
import io.spate.metrics.Ticker;
import io.spate.metrics.threshold.Threshold;
import io.spate.output.delivery.HttpTarget;
import io.spate.output.delivery.PemFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What outputs know of the run that they are opened for.
 *
 * @param test what the test is called
 * @param thresholds those of the run
 * @param metrics those that the test adds
 * @param systemTags of the tags that k6 knows, those that are shown
 * @param generator who makes the load
 * @param ticker the run's clock
 * @param files where files are
 * @param pem where files with certificates and keys are
 * @param messages takes what people should know; called by any thread
 */
public record OutputContext(
        String test,
        List<Threshold> thresholds,
        List<Metric> metrics,
        Collection<String> systemTags,
        Generator generator,
        Ticker ticker,
        Files files,
        PemFiles pem,
        Consumer<String> messages) {

    public OutputContext {
        thresholds = List.copyOf(thresholds);
        metrics = List.copyOf(metrics);
        systemTags = List.copyOf(systemTags);
    }

    /**
     * A server with the files of its certificates read.
     *
     * @throws WrongOutputException where one cannot be
     */
    public HttpTarget ready(HttpTarget target) {
        try {
            return target.read(pem);
        } catch (IOException e) {
            throw new WrongOutputException("--out %s: %s".formatted(target, e.getMessage()));
        }
    }

    /** Opens files by the names that users give them. */
    @FunctionalInterface
    public interface Files {
        /** A file to be written anew; {@code -} is the standard output, which stays open. */
        OutputStream open(String name) throws IOException;
    }
}
