package io.spate.locust.stats;

import java.util.ArrayDeque;
import java.util.Map;
import org.graalvm.polyglot.HostAccess;

/** The requests of one method and name, or all of them. Times are in milliseconds. */
public final class StatsEntry {
    /** How long the window of current figures is, and how much more is kept to find its start. */
    private static final int WINDOW_SECONDS = 10;

    private static final int STATES_MAX = 2 * WINDOW_SECONDS;

    private final StatsBook book;
    private Tally.Kind others;
    private final String method;
    private final String name;
    private final ArrayDeque<State> states = new ArrayDeque<>();
    private ResponseTimes times = new ResponseTimes();
    private Seconds perSecond = new Seconds();
    private Seconds failedPerSecond = new Seconds();
    private long requests;
    private long untimed;
    private long failures;
    private double totalMillis;
    private double minMillis;
    private double maxMillis;
    private long totalBytes;
    private double startSeconds;
    private double lastSeconds;

    StatsEntry(StatsBook book, String method, String name, Tally.Kind others) {
        this.book = book;
        this.others = others;
        this.method = method;
        this.name = name;
        this.startSeconds = book.nowSeconds();
    }

    /** What there was at a second. */
    private record State(long second, long requests, ResponseTimes times) {}

    /** Counts a request. */
    @HostAccess.Export
    public void log(double millis, long bytes) {
        book.log(this, millis, bytes);
        others.passed(millis);
    }

    /** Counts a request that has failed; without a time where that is negative. */
    @HostAccess.Export
    public void fail(double millis, long bytes, String error) {
        book.log(this, millis, bytes);
        book.fail(this, error);
        others.failed(millis, error);
    }

    /** Counts a failure of a request that is counted already. */
    @HostAccess.Export
    public void failed(String error) {
        book.fail(this, error);
    }

    /** Has others know of its requests from now on. */
    void tell(Tally.Kind who) {
        others = who;
    }

    void add(double millis, long bytes, double nowSeconds) {
        perSecond.add((long) nowSeconds);
        lastSeconds = nowSeconds;
        totalBytes += bytes;
        requests++;
        if (millis < 0) {
            untimed++;
            return;
        }
        minMillis = requests - untimed == 1 ? millis : Math.min(minMillis, millis);
        maxMillis = Math.max(maxMillis, millis);
        totalMillis += millis;
        times.add(millis);
    }

    void addFailure(double nowSeconds) {
        failures++;
        failedPerSecond.add((long) nowSeconds);
    }

    /** Adds another one's figures. */
    void addAll(StatsEntry part) {
        if (part.timed() > 0) {
            minMillis = timed() == 0 ? part.minMillis : Math.min(minMillis, part.minMillis);
            maxMillis = Math.max(maxMillis, part.maxMillis);
        }
        requests += part.requests;
        untimed += part.untimed;
        failures += part.failures;
        totalMillis += part.totalMillis;
        totalBytes += part.totalBytes;
        startSeconds = Math.min(startSeconds, part.startSeconds);
        lastSeconds = Math.max(lastSeconds, part.lastSeconds);
        times.addAll(part.times);
        perSecond.addAll(part.perSecond);
        failedPerSecond.addAll(part.failedPerSecond);
    }

    void reset() {
        states.clear();
        empty();
    }

    /** Starts over, but knows what current percentiles are taken from. */
    void empty() {
        times = new ResponseTimes();
        perSecond = new Seconds();
        failedPerSecond = new Seconds();
        requests = 0;
        untimed = 0;
        failures = 0;
        totalMillis = 0;
        minMillis = 0;
        maxMillis = 0;
        totalBytes = 0;
        startSeconds = book.nowSeconds();
        lastSeconds = 0;
    }

    /** Keeps what there is now, from which current percentiles are taken later. */
    void remember(long second) {
        states.addLast(new State(second, requests, times.copy()));
        if (states.size() > STATES_MAX) {
            states.removeFirst();
        }
    }

    @HostAccess.Export
    public String method() {
        return method;
    }

    @HostAccess.Export
    public String name() {
        return name;
    }

    @HostAccess.Export
    public long requests() {
        return requests;
    }

    @HostAccess.Export
    public long failures() {
        return failures;
    }

    /** Requests without a time. */
    @HostAccess.Export
    public long untimed() {
        return untimed;
    }

    @HostAccess.Export
    public double totalMillis() {
        return totalMillis;
    }

    @HostAccess.Export
    public double minMillis() {
        return minMillis;
    }

    @HostAccess.Export
    public double maxMillis() {
        return maxMillis;
    }

    @HostAccess.Export
    public long totalBytes() {
        return totalBytes;
    }

    /** The share of failures; 1 where there are failures alone. */
    @HostAccess.Export
    public double failRatio() {
        return requests == 0 ? (failures > 0 ? 1 : 0) : failures / (double) requests;
    }

    @HostAccess.Export
    public double averageMillis() {
        return timed() == 0 ? 0 : totalMillis / timed();
    }

    @HostAccess.Export
    public double averageBytes() {
        return requests == 0 ? 0 : totalBytes / (double) requests;
    }

    /** In a step of the response times, but not beyond what was measured. */
    @HostAccess.Export
    public double medianMillis() {
        return timed() == 0 ? 0 : Math.clamp((double) times.median(timed()), minMillis, maxMillis);
    }

    @HostAccess.Export
    public long percentileMillis(double share) {
        return times.percentile(requests, share);
    }

    /** Of about the last ten seconds; 0 where that is not known. */
    @HostAccess.Export
    public long currentPercentileMillis(double share) {
        long wanted = (long) book.nowSeconds() - WINDOW_SECONDS;
        State best = null;
        for (var state : states) {
            if (best == null || Math.abs(state.second - wanted) < Math.abs(best.second - wanted)) {
                best = state;
            }
        }
        return best == null || Math.abs(best.second - wanted) >= WINDOW_SECONDS
                ? 0
                : times.since(best.times).percentile(requests - best.requests, share);
    }

    @HostAccess.Export
    public double totalRate() {
        return rate(requests);
    }

    @HostAccess.Export
    public double totalFailRate() {
        return rate(failures);
    }

    private double rate(long count) {
        double seconds = book.lastSeconds() - book.startSeconds();
        return book.lastSeconds() == 0 || seconds <= 0 ? 0 : count / seconds;
    }

    @HostAccess.Export
    public double currentRate() {
        return current(perSecond);
    }

    @HostAccess.Export
    public double currentFailRate() {
        return current(failedPerSecond);
    }

    /** Over ten seconds, without the last two, which may not be complete. */
    private double current(Seconds seconds) {
        long last = (long) book.lastSeconds();
        if (last == 0) {
            return 0;
        }
        long from = Math.max(last - WINDOW_SECONDS - 2, (long) book.startSeconds());
        return seconds.mean(from, last - 2);
    }

    /** When the last request was counted, in seconds since 1970; 0 before the first. */
    @HostAccess.Export
    public double lastSeconds() {
        return lastSeconds;
    }

    /** When the first could have been. */
    public double startSeconds() {
        return startSeconds;
    }

    /** How many took how many milliseconds. */
    public Map<Long, Long> timesByMillis() {
        return times.byMillis();
    }

    /** How many there were in which second. */
    public Map<Long, Integer> perSecond() {
        return perSecond.bySecond();
    }

    /** How many failed in which second. */
    public Map<Long, Integer> failedPerSecond() {
        return failedPerSecond.bySecond();
    }

    private long timed() {
        return requests - untimed;
    }
}
