package io.spate.report;

import io.spate.metrics.Snapshot;
import io.spate.metrics.result.Output;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.text.Cells;
import io.spate.report.text.Screen;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * Shows how a run goes: on a terminal a block that is drawn over itself with each second, elsewhere
 * a plain line every five seconds. Safe for use by any thread.
 */
public final class LiveConsole implements Output {
    private static final String RUNNING = "running";
    private static final long PLAIN_PERIOD_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final Supplier<Terminal> terminal;
    private final LiveBlock block;
    private final LiveTotals totals;
    private final Screen screen = new Screen();
    private LiveTotals.Brought sinceLine = LiveTotals.Brought.NOTHING;
    private long nextLineNanos = PLAIN_PERIOD_NANOS;
    private String state = RUNNING;
    private String keys = "";
    private boolean paused;
    private boolean drawn;

    /**
     * A console for a run.
     *
     * @param plan what is run
     * @param out where it is shown; takes UTF-8
     * @param terminal asked before each drawing, since its size may change
     */
    public LiveConsole(TestPlan plan, PrintStream out, Supplier<Terminal> terminal) {
        this.out = out;
        this.terminal = terminal;
        this.block = new LiveBlock(plan);
        this.totals = new LiveTotals(plan);
    }

    @Override
    public synchronized void accept(Snapshot second) {
        var brought = totals.add(second);
        var now = terminal.get();
        if (now.interactive()) {
            drawn = true;
            draw(List.of(), now);
            return;
        }
        sinceLine = sinceLine.plus(brought);
        if (totals.endNanos() >= nextLineNanos) {
            line(sinceLine);
            sinceLine = LiveTotals.Brought.NOTHING;
            nextLineNanos +=
                    PLAIN_PERIOD_NANOS
                            * (1 + (totals.endNanos() - nextLineNanos) / PLAIN_PERIOD_NANOS);
        }
    }

    /** Says that the run is being stopped; the console shows it from now on. */
    public synchronized void stopping() {
        state = "stopping";
        redraw();
    }

    /** Says whether the run is paused. */
    public synchronized void paused(boolean isPaused) {
        paused = isPaused;
        redraw();
    }

    /**
     * Says which keys steer the run, to be shown on a terminal below all else: {@code p pause, q
     * stop}. An empty text shows none.
     */
    public synchronized void keys(String hint) {
        keys = hint;
        redraw();
    }

    private void redraw() {
        var now = terminal.get();
        if (drawn && now.interactive()) {
            draw(List.of(), now);
        }
    }

    private String state() {
        if (!state.equals(RUNNING)) {
            return state;
        }
        return paused ? "paused" : totals.isWarmUp() ? "warm-up" : state;
    }

    /** Shows a message of one or more lines; on a terminal above the block. */
    public synchronized void message(String text) {
        var lines = text.lines().map(Cells::clean).toList();
        var now = terminal.get();
        if (drawn && now.interactive()) {
            draw(lines, now);
        } else {
            lines.forEach(it -> out.print(it + "\n"));
            out.flush();
        }
    }

    /** Leaves the last state standing, so that the summary comes below it. */
    @Override
    public synchronized void finish(RunResult result) {
        state =
                switch (result.ending()) {
                    case COMPLETED -> "done";
                    case INTERRUPTED -> "stopped";
                    case THRESHOLD_ABORT, SCRIPT_ERROR -> "aborted";
                };
        keys = "";
        var now = terminal.get();
        if (drawn && now.interactive()) {
            draw(List.of(), now);
            drawn = false;
        } else if (!now.interactive()) {
            line(totals.total());
        }
    }

    private void draw(List<String> above, Terminal now) {
        out.print(screen.draw(above, block.lines(totals, state(), keys, now), now.width()));
        out.flush();
    }

    private void line(LiveTotals.Brought period) {
        out.print(PlainLine.of(state(), totals, period) + "\n");
        out.flush();
    }
}
