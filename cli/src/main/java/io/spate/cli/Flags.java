package io.spate.cli;

import io.spate.plan.Durations;
import io.spate.plan.InvalidPlanException;
import io.spate.plan.Stage;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** How the texts of flags become values. */
final class Flags {
    private Flags() {}

    static void registerConverters(CommandLine line) {
        line.registerConverter(Duration.class, converter(Durations::parse));
        line.registerConverter(Stage.class, converter(Flags::stage));
        var wholeInt = number(Integer::valueOf, "whole number up to 2147483647");
        line.registerConverter(Integer.class, wholeInt).registerConverter(int.class, wholeInt);
        var wholeLong = number(Long::valueOf, "whole number");
        line.registerConverter(Long.class, wholeLong).registerConverter(long.class, wholeLong);
        line.registerConverter(Double.class, number(Double::valueOf, "number"));
    }

    /** The environment variable that gives a flag its value where no argument does. */
    static String variable(OptionSpec option) {
        var name = option.longestName().replaceFirst("^-+", "").replace('-', '_');
        return "SPATE_" + name.toUpperCase(Locale.ROOT);
    }

    private static <T> CommandLine.ITypeConverter<T> number(
            Function<String, T> parse, String what) {
        return text -> {
            try {
                return parse.apply(text.strip());
            } catch (NumberFormatException _) {
                throw new TypeConversionException("'%s' is not a %s".formatted(text, what));
            }
        };
    }

    private static <T> CommandLine.ITypeConverter<T> converter(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (InvalidPlanException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    private static Stage stage(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new TypeConversionException(
                    "'" + text + "' is not DURATION:USERS, such as 30s:50");
        }
        try {
            return new Stage(
                    Durations.parse(text.substring(0, colon)),
                    Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "'" + text.substring(colon + 1) + "' is not a number of users");
        }
    }
}
