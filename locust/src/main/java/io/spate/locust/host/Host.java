package io.spate.locust.host;

import io.spate.engine.UserContext;
import io.spate.http.HttpOptions;
import io.spate.locust.stats.StatsBook;
import io.spate.metrics.Recorder;
import io.spate.metrics.ScriptError;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.net.EventLoop;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What Python's side of the run calls. Belongs to the loop once the run has begun. */
public final class Host {
    private static final int REDIRECTS_MAX = 30;
    private static final int SERIES_MAX = 1_000;
    private static final double TOGETHER_SECONDS = 0.02;

    /** Half a minute; who has not ended by then has been stopped from outside. */
    private static final int TOGETHER_MAX = 1_500;

    private static final int BODY_BYTES_MAX = 256 << 20;

    /** requests itself waits without a limit. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** What Truffle carries at most is 65,535 threads. */
    private static final int TASKS_MAX = 60_000;

    private final Ticker ticker;
    private final HostLog log;
    private final StatsBook stats;
    private final Crew crew;
    private final int index;
    private final Map<Thread, UserTask> tasks = new HashMap<>();
    private @Nullable Attached attached;
    private long started;
    private boolean woken;
    private volatile boolean endAsked;
    private volatile String state = "ready";
    private volatile Runnable anew = () -> {};

    /** A host whose run has not begun. */
    public Host(Ticker ticker, HostLog log, StatsBook stats, Crew crew, int index) {
        this.ticker = ticker;
        this.log = log;
        this.stats = stats;
        this.crew = crew;
        this.index = index;
    }

    /** Which Python of the run this is, from 0 on. */
    @HostAccess.Export
    public int index() {
        return index;
    }

    /** How many Pythons share the run. */
    @HostAccess.Export
    public int size() {
        return crew.size();
    }

    /** Brings a message to another Python, or to all others where that is negative. */
    @HostAccess.Export
    public void tell(String type, String json, int to) {
        crew.tell(type, json, index, to);
    }

    /** Ends the run of the others. */
    @HostAccess.Export
    public void endOthers() {
        crew.endOthers(index);
    }

    /** Waits until the others have ended their runs, and takes their figures. */
    @HostAccess.Export
    public void together() {
        for (int i = 0; i < TOGETHER_MAX && crew.othersRun(); i++) {
            boolean _ = sleep(TOGETHER_SECONDS);
        }
        if (crew.size() > 1) {
            crew.reports(index, crew.copy(stats), 0);
            crew.gather();
        }
    }

    /** What there is while files are loaded, and once the run has begun. */
    private record Attached(
            EventLoop loop, Recorder recorder, Clients clients, Thread runner, boolean running) {}

    /** Says that the run begins, on the runner's own thread. */
    public void attach(UserContext user) {
        attach(user.loop(), user.recorder(), user.tags(), true);
        stats.tell(new RecordedRequests(user.recorder(), user.tags()));
        woken = false;
        tasks.clear();
    }

    /** Says that one more run is about to begin. Any thread. */
    public void fresh() {
        endAsked = false;
    }

    /** Says that files are loaded, on the thread that does. What they send is measured nowhere. */
    public void attach(EventLoop loop) {
        attach(loop, new Recorder(new SeriesRegistry(SERIES_MAX)), Tags.NONE, false);
    }

    private void attach(EventLoop loop, Recorder recorder, Tags tags, boolean running) {
        var clients = new Clients(loop, recorder, tags, options(true), options(false));
        attached = new Attached(loop, recorder, clients, Thread.currentThread(), running);
    }

    /** Says that files have been loaded. */
    public void detach() {
        attached = null;
    }

    private static HttpOptions options(boolean verifies) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("User-Agent", "python-requests/2.32.0");
        headers.put("Accept-Encoding", "gzip, deflate");
        headers.put("Accept", "*/*");
        headers.put("Connection", "keep-alive");
        return new HttpOptions(
                "", headers, PATIENCE, verifies, false, REDIRECTS_MAX, true, BODY_BYTES_MAX);
    }

    private Attached running(String what) {
        var now = attached;
        if (now == null) {
            throw new IllegalStateException(what + " is not possible before or after the run");
        }
        return now;
    }

    /** Whether the run has begun. */
    @HostAccess.Export
    public boolean begun() {
        var now = attached;
        return now != null && now.running;
    }

    private long dueNanos(double seconds) {
        return ticker.nanoTime() + (long) (Math.clamp(seconds, 0, 1e9) * 1e9);
    }

    /** Sleeps; false where the user is told to end, which it is told once. */
    @HostAccess.Export
    public boolean sleep(double seconds) {
        var me = tasks.get(Thread.currentThread());
        long due = dueNanos(seconds);
        if (attached == null || !Thread.currentThread().isVirtual()) {
            LockSupport.parkNanos(due - ticker.nanoTime());
            return true;
        }
        if (me != null && me.takeCut()) {
            return false;
        }
        var loop = running("sleeping").loop;
        if (me == null) {
            return rested(loop, due);
        }
        me.waits(true);
        boolean whole = rested(loop, due);
        me.waits(false);
        return !me.takeCut() && whole;
    }

    /** The function that runs on this thread; none on one that nothing was spawned on. */
    @HostAccess.Export
    public @Nullable UserTask me() {
        return tasks.get(Thread.currentThread());
    }

    /**
     * Waits on a thread of {@link #me} until it is woken or the time is over; false where it is
     * told to end, which it is told once.
     */
    @HostAccess.Export
    public boolean linger(double seconds) {
        var me = tasks.get(Thread.currentThread());
        if (me == null || me.takeCut()) {
            return me == null;
        }
        if (!me.takeWoken()) {
            me.waits(true);
            boolean _ = rested(running("waiting").loop, dueNanos(seconds));
            me.waits(false);
            boolean _ = me.takeWoken();
        }
        return !me.takeCut();
    }

    private static boolean rested(EventLoop loop, long dueNanos) {
        try {
            loop.sleepUntil(dueNanos);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    /** Ends what the user waits for after some time; none where it is no user's thread. */
    @HostAccess.Export
    public @Nullable Alarm alarm(double seconds) {
        var me = tasks.get(Thread.currentThread());
        return me == null ? null : new Alarm(running("a timeout").loop, me, dueNanos(seconds));
    }

    /** The runner's rest, until somebody wakes it; false where the run is to end. */
    @HostAccess.Export
    public boolean rest(double seconds) {
        long due = dueNanos(seconds);
        var now = running("resting");
        var timer = now.loop.schedule(due, () -> LockSupport.unpark(now.runner));
        boolean interrupted = Thread.interrupted() || endAsked;
        while (!interrupted && !woken && ticker.nanoTime() < due) {
            LockSupport.park(this);
            interrupted = Thread.interrupted() || endAsked;
        }
        timer.cancel();
        woken = false;
        return !interrupted;
    }

    /** The runner's sleep. */
    @HostAccess.Export
    public void pause(double seconds) {
        sleep(seconds);
    }

    /** Has the runner look at once. On the loop. */
    @HostAccess.Export
    public void wake() {
        woken = true;
        var now = attached;
        if (now != null) {
            LockSupport.unpark(now.runner);
        }
    }

    /** Has the run end when its runner looks next. Any thread. */
    public void end() {
        endAsked = true;
    }

    /** Runs a function of Python on a thread of its own. */
    @HostAccess.Export
    public UserTask spawn(Value function) {
        if (!begun() || !Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    "nothing can be spawned while a locustfile is loaded; do it in test_start");
        }
        if (tasks.size() >= TASKS_MAX) {
            throw new IllegalStateException("a process carries up to 60,000 users");
        }
        var loop = running("spawning").loop;
        var task = new UserTask();
        started++;
        var thread = loop.startVirtualThread("user-" + started, () -> run(function, task));
        task.startedAs(thread);
        return task;
    }

    private void run(Value function, UserTask task) {
        tasks.put(Thread.currentThread(), task);
        try {
            function.executeVoid();
        } catch (PolyglotException e) {
            if (!e.isCancelled() && !e.isInterrupted()) {
                log.log("ERROR", "locust", String.valueOf(e.getMessage()));
            }
        } finally {
            task.ended();
            tasks.remove(Thread.currentThread());
        }
    }

    /** A client with connections and cookies of its own. */
    @HostAccess.Export
    public ClientBinding client() {
        return new ClientBinding(
                () -> running("a request").clients,
                ticker,
                () -> tasks.get(Thread.currentThread()),
                stats);
    }

    /**
     * What requests are sent with.
     *
     * @param base what comes before a URL that is a path
     * @param connectSeconds the longest time to connect; negative for none
     * @param readSeconds the longest time to wait for the answer; negative for none
     * @param redirects followed at most
     * @param verifies whether certificates are checked
     */
    @HostAccess.Export
    public SendOptions options(
            String base,
            double connectSeconds,
            double readSeconds,
            int redirects,
            boolean verifies) {
        return new SendOptions(base, connectSeconds, readSeconds, redirects, verifies);
    }

    @HostAccess.Export
    public StatsBook stats() {
        return stats;
    }

    /** The figures that scripts see: the first Python sees those of all. */
    @HostAccess.Export
    public StatsBook shown() {
        return index == 0 && crew.size() > 1 ? crew.whole() : stats;
    }

    /** The events of a text in XML, as {@link Xml} has them. */
    @HostAccess.Export
    public List<String> xml(String text) {
        return Xml.events(text);
    }

    /** Takes a message. */
    @HostAccess.Export
    public void log(String level, String logger, String message) {
        log.log(level, logger, message);
    }

    /** Says that a test starts: figures begin now. */
    @HostAccess.Export
    public void begin() {
        stats.reset();
        stats.forgetExceptions();
    }

    /** Has somebody know when figures begin anew in the midst of a run. */
    public void onAnew(Runnable who) {
        anew = who;
    }

    /** Says that figures begin anew in the midst of a run. */
    @HostAccess.Export
    public void anew() {
        anew.run();
    }

    /** Says what state the runner is in, in Locust's words. */
    @HostAccess.Export
    public void state(String now) {
        state = now;
    }

    /** What state the runner is in. Any thread. */
    public String state() {
        return state;
    }

    /** Says that users are told to end. */
    @HostAccess.Export
    public void ending() {
        Thread.interrupted();
    }

    /** Counts an exception of a user's code. */
    @HostAccess.Export
    public void exception(String message, String trace) {
        stats.exception(message, trace);
        var now = attached;
        if (now != null && now.running) {
            now.recorder.error(new ScriptError("locust", message, trace));
        }
    }
}
