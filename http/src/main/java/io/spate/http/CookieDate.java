package io.spate.http;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as servers write them in cookies (RFC 6265, section 5.1.1). */
final class CookieDate {
    /** Stands for a text that is not a date. */
    static final long NONE = Long.MIN_VALUE;

    private static final Pattern DELIMITER =
            Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\[-`{-~]+");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(\\D.*)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(\\D.*)?");
    private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(\\D.*)?");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private CookieDate() {}

    /** Seconds since 1970, or {@link #NONE}. */
    static long epochSeconds(String text) {
        int[] time = {};
        int day = -1;
        int month = 0;
        int year = -1;
        for (String token : DELIMITER.splitAsStream(text).toList()) {
            Matcher clock = TIME.matcher(token);
            if (time.length == 0 && clock.matches()) {
                time = new int[] {number(clock, 1), number(clock, 2), number(clock, 3)};
            } else if (day < 0 && number(DAY, token) >= 0) {
                day = number(DAY, token);
            } else if (month == 0 && monthOf(token) > 0) {
                month = monthOf(token);
            } else if (year < 0) {
                year = number(YEAR, token);
            }
        }
        if (year >= 0 && year < 100) {
            year += year < 70 ? 2000 : 1900;
        }
        if (time.length == 0 || day < 0 || month == 0 || year < 1601) {
            return NONE;
        }
        try {
            return LocalDateTime.of(year, month, day, time[0], time[1], time[2])
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static int monthOf(String token) {
        if (token.length() < 3) {
            return 0;
        }
        int at = MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }

    private static int number(Pattern pattern, String token) {
        Matcher matcher = pattern.matcher(token);
        return matcher.matches() ? number(matcher, 1) : -1;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
