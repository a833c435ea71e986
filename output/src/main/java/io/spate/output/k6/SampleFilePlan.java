package io.spate.output.k6;

import io.spate.output.delivery.OpenOutput;
import io.spate.output.type.OutputContext;
import io.spate.output.type.OutputPlan;
import io.spate.output.type.WrongOutputException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * A file of values that is asked for.
 *
 * @param type {@code json} or {@code csv}
 * @param file {@code -} for the standard output; a name that ends in {@code .gz} is compressed
 * @param format how values become lines
 */
public record SampleFilePlan(String type, String file, Function<OutputContext, SampleFormat> format)
        implements OutputPlan {

    @Override
    public String shown() {
        return "%s (%s)".formatted(type, file.equals("-") ? "stdout" : file);
    }

    @Override
    public boolean wantsSamples() {
        return true;
    }

    @Override
    public OpenOutput open(OutputContext context) {
        try {
            return new FileOutput(
                    shown(), format.apply(context), stream(context), context.messages());
        } catch (IOException e) {
            throw new WrongOutputException(
                    "cannot write to %s: %s".formatted(file, e.getMessage()));
        }
    }

    private OutputStream stream(OutputContext context) throws IOException {
        var stream = context.files().open(file);
        return file.endsWith(".gz") ? new GZIPOutputStream(stream, 1 << 16) : stream;
    }
}
