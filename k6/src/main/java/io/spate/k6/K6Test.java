package io.spate.k6;

import io.spate.engine.RunOptions;
import io.spate.engine.Script;
import io.spate.k6.js.JsEngine;
import io.spate.k6.js.JsUser;
import io.spate.k6.options.InspectedOptions;
import io.spate.k6.options.K6Options;
import io.spate.k6.options.OptionsReader;
import io.spate.k6.options.ScenarioSpec;
import io.spate.k6.options.Tier;
import io.spate.k6.vu.Phase;
import io.spate.k6.vu.RunControl;
import io.spate.k6.vu.ScenarioState;
import io.spate.k6.vu.ScriptLog;
import io.spate.k6.vu.TestState;
import io.spate.k6.vu.Vu;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.net.NetOptions;
import io.spate.net.route.SourceAddresses;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A k6 script that has been loaded and can run. Closing it ends all of its JavaScript. */
public final class K6Test implements AutoCloseable {
    private static final long SEED = 1;

    private final K6Options options;
    private final TestPlan plan;
    private final TestState state;
    private final JsEngine engine;
    private final JsUser first;
    private final UserPool pool;
    private final K6Script script;

    private K6Test(
            K6Options options, TestPlan plan, TestState state, JsEngine engine, JsUser first) {
        this.options = options;
        this.plan = plan;
        this.state = state;
        this.engine = engine;
        this.first = first;
        this.pool = new UserPool(engine, state);
        this.script = new K6Script(options, state, first, pool, engine.turns());
    }

    /** Loads what runs JavaScript; a later script then loads sooner. Any thread. */
    public static void loadEngine() {
        JsEngine.load();
    }

    /**
     * Loads a script: runs its init code once, and reads its options.
     *
     * @throws ScriptException where the code fails or cannot be read, with its place
     * @throws K6OptionsException where its options are wrong
     */
    public static K6Test load(K6Source source, ScriptLog log, Ticker ticker) {
        var state = new TestState(source.env(), source.files(), source.secrets(), log, ticker);
        var engine =
                new JsEngine(
                        source.file(),
                        source.files(),
                        K6Modules.all(),
                        K6Modules.remote(source.modulesCache()));
        boolean done = false;
        try {
            var first = engine.newUser(new Vu(state, 0));
            var test = load(source, state, engine, first);
            done = true;
            return test;
        } finally {
            if (!done) {
                engine.close();
            }
        }
    }

    private static K6Test load(K6Source source, TestState state, JsEngine engine, JsUser first) {
        var text = engine.mainText();
        var tiers = new ArrayList<>(source.weaker());
        tiers.add(new Tier(source.shown(), options(source.shown(), first), text));
        tiers.addAll(source.stronger());
        try {
            var options = OptionsReader.read(tiers, state.metrics().all());
            checkFunctions(source.shown(), options.scenarios(), first);
            var plan = plan(source.shown(), options, state);
            state.plan(
                    new TestState.Planned(
                            HttpDebug.observed(options, state.log()),
                            options.settings(),
                            scenarios(options.scenarios()),
                            InspectedOptions.inRun(options),
                            SEED));
            return new K6Test(options, plan, state, engine, first);
        } catch (ScriptException e) {
            throw new K6OptionsException(e);
        }
    }

    private static ObjectNode options(String shown, JsUser first) {
        return JsonMapper.shared().readTree(first.optionsJson()) instanceof ObjectNode object
                ? object
                : wrong(shown, "the export named options must be an object");
    }

    private static ObjectNode wrong(String shown, String message) {
        throw new K6OptionsException(
                new ScriptException(List.of(new SourceProblem(shown, 0, 0, message, ""))));
    }

    private static void checkFunctions(String shown, List<ScenarioSpec> scenarios, JsUser first) {
        var problems =
                scenarios.stream()
                        .filter(it -> !first.hasFunction(it.exec()))
                        .map(
                                it ->
                                        new SourceProblem(
                                                shown,
                                                0,
                                                0,
                                                ("scenario \"%s\" runs the function \"%s\", which"
                                                                + " the script does not export")
                                                        .formatted(it.scenario().name(), it.exec()),
                                                ""))
                        .toList();
        if (!problems.isEmpty()) {
            throw new ScriptException(problems);
        }
    }

    private static TestPlan plan(String shown, K6Options options, TestState state) {
        return new TestPlan(
                shown,
                "",
                options.scenarios().stream().map(ScenarioSpec::scenario).toList(),
                options.thresholds(),
                new Tags(options.tags()),
                state.metrics().all(),
                WarmUp.NONE,
                SEED);
    }

    private static Map<String, ScenarioState> scenarios(List<ScenarioSpec> specs) {
        var all = new HashMap<String, ScenarioState>();
        specs.forEach(
                it ->
                        all.put(
                                it.scenario().name(),
                                new ScenarioState(
                                        it.scenario(), it.executor(), it.exec(), it.env())));
        return all;
    }

    /** What is to be done. */
    public TestPlan plan() {
        return plan;
    }

    /** What this instance does of a plan, for people to read. */
    public TestPlan share(TestPlan whole) {
        return Share.of(whole, options.portion());
    }

    /** All options in force. */
    public K6Options options() {
        return options;
    }

    /** Whether some scenario has browsers, whose connections are their own. */
    public boolean hasBrowsers() {
        return JsonMapper.shared()
                .readTree(state.planned().optionsJson())
                .path("scenarios")
                .properties()
                .stream()
                .anyMatch(it -> it.getValue().path("options").has("browser"));
    }

    /** How it is done. */
    public Script script() {
        return script;
    }

    /** What the script asks of its run. */
    public RunControl control() {
        return state.control();
    }

    /** How the script's options want connections, over what holds without them. */
    public NetOptions over(NetOptions net) {
        var network = options.network();
        var route = net.route().withHosts(network.hosts().over(net.route().hosts()));
        if (network.dns().isPresent()) {
            route = route.withDns(network.dns().get().over(route.dns()));
        }
        if (network.localIps().isPresent()) {
            route = route.withSources(SourceAddresses.parse(network.localIps().get()));
        }
        return net.withRoute(route)
                .withTls(network.tls().over(net.tls()))
                .withGate(new ScriptGate(net.gate(), network));
    }

    /**
     * Makes the users ahead of the run: their init code runs.
     *
     * @param progress told how many there are
     * @throws ScriptException where their init code fails
     * @throws InterruptedException when the calling thread is interrupted
     */
    public void prepare(int threads, IntConsumer progress) throws InterruptedException {
        pool.prepare(UserIds.ahead(plan, options.portion()), threads, progress);
    }

    /** What the script threw before or after the scenarios; empty where it did not. */
    public Optional<Throwable> failure() {
        return script.failure();
    }

    /** How far a test has come. */
    public enum Stage {
        LOADED,
        SETUP,
        SCENARIOS,
        TEARDOWN
    }

    /** How far it has come. */
    public Stage stage() {
        return script.stage();
    }

    /** What setup has returned, as JSON. */
    public Optional<String> setupData() {
        return state.setupData();
    }

    /** Gives users something else than what setup has returned. */
    public void setupData(Optional<String> json) {
        state.setupData(json);
    }

    /**
     * Runs setup beside the run, and gives users what it returns.
     *
     * @throws RuntimeException what the script threw, or that it took too long
     */
    public void setup(RunOptions machine) throws InterruptedException {
        state.setupData(script.apart(Phase.SETUP, machine));
    }

    /**
     * Runs teardown beside the run.
     *
     * @throws RuntimeException what the script threw, or that it took too long
     */
    public void teardown(RunOptions machine) throws InterruptedException {
        script.apart(Phase.TEARDOWN, machine);
    }

    /** Whether what follows the results is the script's own. */
    public boolean handlesSummary() {
        return first.hasFunction("handleSummary");
    }

    /**
     * Lets the script make of the results what it wants, and send them where it wants: it may do
     * what an iteration may, which counts nowhere.
     *
     * @param machine how its connections are made
     * @param json the results as k6 gives them to handleSummary
     * @return what is to be written, by file; {@code stdout} and {@code stderr} are no files. Empty
     *     where the script returns nothing, so that the usual summary is wanted
     * @throws io.spate.engine.ScriptFailure what the script threw
     * @throws OnceTimeoutException where it takes longer than the options allow
     */
    public Optional<Map<String, byte[]>> handleSummary(RunOptions machine, String json)
            throws InterruptedException {
        return script.summarize(
                machine, json, returned -> returned.map(it -> Texts.of(it, state.log())));
    }

    @Override
    public void close() {
        script.close();
        engine.close();
    }
}
