package io.spate.wrk;

import io.spate.engine.Script;
import io.spate.engine.UserContext;
import io.spate.engine.VirtualUser;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.net.NetOptions.Gate;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import io.spate.wrk.lua.LuaException;
import io.spate.wrk.lua.LuaState;
import io.spate.wrk.script.Address;
import io.spate.wrk.script.Host;
import io.spate.wrk.script.ScriptState;
import io.spate.wrk.script.ScriptTarget;
import io.spate.wrk.script.Scripts;
import io.spate.wrk.script.Summary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A test of wrk as a plan and a script for the engine, once: its target is looked up, its Lua
 * script loaded, and it collects what the run measures.
 *
 * <p>Methods belong to the thread that runs the test, but for {@link #script} and {@link #gate},
 * which are the engine's, and {@link #failure}.
 */
public final class WrkTest implements AutoCloseable {
    private final WrkOptions options;
    private final Ticker ticker;
    private final Network network;
    private final List<WrkThread> threads = new ArrayList<>();
    private final List<LoopCounters> counters = new ArrayList<>();
    private final AtomicReference<Optional<String>> failure =
            new AtomicReference<>(Optional.empty());
    private final @Nullable Scripts scripts;
    private final int loops;
    private volatile Runnable stopRun = () -> {};
    private int pipelined = 1;

    @SuppressWarnings("NullAway.Init") // resolve() comes before any use
    private Address reachable;

    private WrkTest(
            WrkOptions options, int cores, Ticker ticker, Gate gate, Consumer<String> problems) {
        this.options = options;
        this.ticker = ticker;
        this.network = new Network(gate);
        this.loops = Math.clamp(options.threads(), 1, cores);
        for (int i = 0; i < loops; i++) {
            counters.add(new LoopCounters(options));
        }
        this.scripts =
                options.script()
                        .map(it -> new Scripts(target(it), new ThreadHost(), problems))
                        .orElse(null);
    }

    /**
     * Looks the target up, loads the script, and makes the threads.
     *
     * @param cores how many event loops there may be
     * @param gate which hosts may be connected to
     * @param problems takes what is wrong with the script, for the standard error
     * @throws WrkFailure where the test cannot run
     */
    public static WrkTest prepare(
            WrkOptions options, int cores, Ticker ticker, Gate gate, Consumer<String> problems) {
        try {
            var test = new WrkTest(options, cores, ticker, gate, problems);
            test.resolve();
            test.addThreads();
            test.flushScripts();
            return test;
        } catch (LuaException e) {
            LuaState.flushOutput();
            throw new WrkFailure(Scripts.panic(e));
        } catch (ExceptionInInitializerError e) {
            throw new WrkFailure(String.valueOf(e.getCause()));
        }
    }

    private ScriptTarget target(String file) {
        WrkUrl url = options.url();
        return new ScriptTarget(
                file,
                url.scheme(),
                url.host(),
                url.port().stream().mapToObj(String::valueOf).findFirst(),
                url.target(),
                RequestText.headers(options.headers()),
                options.arguments());
    }

    private void resolve() {
        String host = options.url().host();
        String service = options.url().service();
        Optional<Address> found =
                scripts == null
                        ? network.lookup(host, service).stream()
                                .filter(network::connect)
                                .findFirst()
                        : scripts.resolve(host, service);
        reachable =
                found.orElseThrow(
                        () ->
                                new WrkFailure(
                                        "unable to connect to %s:%s %s"
                                                .formatted(host, service, network.lastProblem())));
    }

    private void addThreads() {
        byte[] request = RequestText.of(options);
        for (int i = 0; i < options.threads(); i++) {
            var thread = new WrkThread(options, ticker, request, reachable, this::scriptFailed);
            threads.add(thread);
            if (scripts != null) {
                ScriptState state = scripts.addThread();
                if (i == 0) {
                    int length = state.request();
                    pipelined = RequestCheck.count(state.requestBytes(), length);
                }
                thread.attach(state);
            }
        }
    }

    /** The plan for the engine. */
    public TestPlan plan() {
        var workload = new Executor.ConstantVus(options.connections(), options.duration());
        var scenario =
                new Scenario(
                        "wrk", workload, ThinkTime.NONE, Duration.ZERO, Duration.ZERO, Tags.NONE);
        return new TestPlan("wrk", options.url().text(), List.of(scenario), List.of(), Tags.NONE);
    }

    /** What the virtual users do. */
    public Script script() {
        return this::user;
    }

    /** How many event loops to run it on: no more than it has threads. */
    public int loops() {
        return loops;
    }

    /** Which hosts may be connected to: those of the gate given, and what they were found to be. */
    public Gate gate() {
        return network;
    }

    /** Says how to end the run at once, where the script fails. */
    public void whenBroken(Runnable stop) {
        stopRun = stop;
    }

    /** Each loop carries every so-manieth thread, and each thread every so-manieth of its users. */
    private VirtualUser user(UserContext context) {
        int number = (int) (context.userId() - 1);
        int loop = number % loops;
        int threadsOfLoop = (options.threads() - 1 - loop) / loops + 1;
        WrkThread thread = threads.get(loop + number / loops % threadsOfLoop * loops);
        thread.bind(context.loop(), counters.get(loop));
        return new WrkUser(thread, context.loop(), ticker, pipelined, pace(number));
    }

    /** Connections start evenly spread over the time between two requests of one. */
    private @Nullable Pace pace(int number) {
        if (options.rate().isEmpty()) {
            return null;
        }
        double periodNanos = 1e9 * options.connections() / options.rate().getAsLong();
        double share = (double) number / options.connections();
        long offsetNanos = (long) (share * periodNanos * pipelined);
        return new Pace(ticker.nanoTime() + offsetNanos, periodNanos);
    }

    private void scriptFailed(LuaException e) {
        failure.compareAndSet(Optional.empty(), Optional.of(Scripts.panic(e)));
        stopRun.run();
    }

    /** What ended the test before its time, for the standard error. Any thread. */
    public Optional<String> failure() {
        return failure.get();
    }

    /** What the run has measured; once, after its end. */
    public WrkResult result() {
        long requests = 0;
        long bytes = 0;
        Errors errors = Errors.NONE;
        for (WrkThread thread : threads) {
            requests += thread.requests();
            bytes += thread.bytes();
            errors = errors.plus(thread.errors());
        }
        LoopCounters all = counters.getFirst();
        counters.stream().skip(1).forEach(all::add);
        long runtimeMicros = Math.max(1, runtimeNanos() / 1000);
        long perConnection = requests / options.connections();
        if (perConnection > 0 && options.rate().isEmpty()) {
            all.latency.correct(runtimeMicros / perConnection);
        }
        flushScripts();
        return new WrkResult(
                options,
                runtimeMicros,
                requests,
                bytes,
                errors,
                all.latency.values(),
                all.rates.values(),
                all.uncorrected.values());
    }

    /** From the first connection made to the last one given up. */
    private long runtimeNanos() {
        long start = threads.stream().flatMapToLong(it -> it.startNanos().stream()).min().orElse(0);
        return threads.stream()
                .filter(it -> it.startNanos().isPresent())
                .mapToLong(it -> it.endNanos() - start)
                .max()
                .orElse(0);
    }

    /**
     * Tells the script what the test came to; it may print.
     *
     * @throws WrkFailure where it fails
     */
    public void done(WrkResult result) {
        if (scripts == null) {
            return;
        }
        Errors errors = result.errors();
        var byKind =
                Map.of(
                        "connect", errors.connect(),
                        "read", errors.read(),
                        "write", errors.write(),
                        "status", errors.status(),
                        "timeout", errors.timeout());
        try {
            scripts.done(
                    new Summary(result.runtimeMicros(), result.requests(), result.bytes(), byKind),
                    result.latency(),
                    result.rates());
        } catch (LuaException e) {
            throw new WrkFailure(Scripts.panic(e));
        } finally {
            flushScripts();
        }
    }

    /** Scripts print by way of C, whose buffers must be empty before others print. */
    private void flushScripts() {
        if (scripts != null) {
            LuaState.flushOutput();
        }
    }

    @Override
    public void close() {
        if (scripts != null) {
            scripts.close();
        }
    }

    /** What scripts ask for. */
    private final class ThreadHost implements Host {
        @Override
        public List<Address> lookup(String host, String service) {
            return network.lookup(host, service);
        }

        @Override
        public boolean connect(Address address) {
            return network.connect(address);
        }

        @Override
        public Address address(int thread) {
            return threads.get(thread).address();
        }

        @Override
        public void readdress(int thread, Address address) {
            threads.get(thread).readdress(address);
        }

        @Override
        public void stop(int thread) {
            threads.get(thread).stop();
        }
    }
}
