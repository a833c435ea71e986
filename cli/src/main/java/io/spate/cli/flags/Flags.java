package io.spate.cli.flags;

import io.spate.net.route.Dns;
import io.spate.net.route.HostOverrides;
import io.spate.net.route.SourceAddresses;
import io.spate.plan.Durations;
import io.spate.plan.InvalidPlanException;
import io.spate.plan.LoadLevel;
import io.spate.plan.LoadPattern;
import io.spate.plan.LoadScale;
import io.spate.plan.Profile;
import io.spate.plan.RateStage;
import io.spate.plan.Stage;
import io.spate.plan.TestType;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** How the texts of flags become values. */
public final class Flags {
    private Flags() {}

    /** Makes the texts of a command line into values of these types. */
    public static void registerConverters(CommandLine line) {
        line.registerConverter(Duration.class, converter(Durations::parse));
        line.registerConverter(Stage.class, converter(Flags::stage));
        line.registerConverter(RateStage.class, converter(Flags::rateStage));
        line.registerConverter(Profile.Steps.class, converter(Flags::steps));
        line.registerConverter(Profile.Burst.class, converter(Flags::burst));
        line.registerConverter(ThinkTime.class, converter(ThinkTime::parse));
        line.registerConverter(WarmUp.class, converter(WarmUp::parse));
        line.registerConverter(TestType.class, converter(TestType::parse));
        line.registerConverter(LoadLevel.class, converter(LoadLevel::parse));
        line.registerConverter(LoadPattern.class, converter(LoadPattern::parse));
        line.registerConverter(LoadScale.class, converter(LoadScale::parse));
        line.registerConverter(Dns.Select.class, checked(Dns.Select::parse));
        line.registerConverter(Dns.Policy.class, checked(Dns.Policy::parse));
        line.registerConverter(HostOverrides.Rule.class, checked(HostOverrides::parse));
        line.registerConverter(SourceAddresses.class, checked(SourceAddresses::parse));
        var wholeInt = number(Integer::valueOf, "whole number up to 2147483647");
        line.registerConverter(Integer.class, wholeInt).registerConverter(int.class, wholeInt);
        var wholeLong = number(Long::valueOf, "whole number");
        line.registerConverter(Long.class, wholeLong).registerConverter(long.class, wholeLong);
        line.registerConverter(Double.class, number(Double::valueOf, "number"));
    }

    /** The environment variables that give a flag its value where no argument does. */
    public static List<String> variables(OptionSpec option) {
        return Arrays.stream(option.names())
                .filter(it -> it.startsWith("--"))
                .map(it -> it.substring(2).replace('-', '_').toUpperCase(Locale.ROOT))
                .map(it -> "SPATE_" + it)
                .toList();
    }

    /** What a flag is called: the first of its long names, such as {@code --users}. */
    public static String name(OptionSpec option) {
        return Arrays.stream(option.names())
                .filter(it -> it.startsWith("--"))
                .findFirst()
                .orElse(option.longestName());
    }

    /** How long the address of a name holds. */
    static Duration ttl(String text) {
        return text.equals("inf") ? Dns.FOREVER : Durations.parse(text);
    }

    private static <T> CommandLine.ITypeConverter<T> checked(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
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
        var pair = Pair.of(text, text.lastIndexOf(':'), "DURATION:USERS, such as 30s:50");
        return new Stage(Durations.parse(pair.left), Pair.count(pair.right, "number of users"));
    }

    private static RateStage rateStage(String text) {
        var pair = Pair.of(text, text.lastIndexOf(':'), "DURATION:RATE, such as 30s:200");
        try {
            return new RateStage(Durations.parse(pair.left), Double.parseDouble(pair.right));
        } catch (NumberFormatException _) {
            throw new TypeConversionException("'" + pair.right + "' is not a rate");
        }
    }

    private static Profile.Steps steps(String text) {
        var pair = Pair.of(text, text.lastIndexOf(':'), "DURATION:USERS, such as 1m:50");
        return new Profile.Steps(
                Pair.count(pair.right, "number of users"), Durations.parse(pair.left));
    }

    private static Profile.Burst burst(String text) {
        var pair = Pair.of(text, text.indexOf(':'), "ITERATIONS:PAUSE, such as 10:0.5s..2s");
        return new Profile.Burst(
                Pair.count(pair.left, "number of iterations"), ThinkTime.parse(pair.right));
    }

    /** Two values with a colon between them. */
    private record Pair(String left, String right) {
        static Pair of(String text, int colon, String form) {
            if (colon < 0) {
                throw new TypeConversionException("'%s' is not %s".formatted(text, form));
            }
            return new Pair(text.substring(0, colon), text.substring(colon + 1));
        }

        static int count(String text, String what) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException _) {
                throw new TypeConversionException("'%s' is not a %s".formatted(text, what));
            }
        }
    }
}
