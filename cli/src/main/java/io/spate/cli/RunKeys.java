package io.spate.cli;

import io.spate.engine.LoadControl;
import io.spate.report.LiveConsole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Lets a person steer a run by keys: w and W for one and ten more users (of an arrival rate:
 * iterations per second), s and S for fewer, p for a pause, q for the end.
 */
final class RunKeys implements AutoCloseable {
    private static final String HINT = "w/s +1/-1  W/S +10/-10  p pause  q stop";

    private static final int MANY = 10;

    private final LoadControl control;
    private final LiveConsole console;
    private final Stopper stopper;
    private final Thread reader;
    private volatile boolean closed;

    /** Takes the keys of an input whose reads end after a moment, so that it can be left. */
    RunKeys(InputStream input, LoadControl control, LiveConsole console, Stopper stopper) {
        this.control = control;
        this.console = console;
        this.stopper = stopper;
        console.keys(HINT);
        this.reader = Thread.ofPlatform().daemon().name("keys").start(() -> read(input));
    }

    private void read(InputStream input) {
        try {
            while (!closed) {
                pressed(input.read());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pressed(int key) {
        switch (key) {
            case 'w' -> add(1);
            case 'W' -> add(MANY);
            case 's' -> add(-1);
            case 'S' -> add(-MANY);
            case 'p' -> pause();
            case 'q' -> stopper.request("press q");
            default -> {}
        }
    }

    private void add(int count) {
        control.add(count);
        console.message("%+d, from now on".formatted(count));
    }

    private void pause() {
        if (control.isPaused()) {
            control.resume();
            console.paused(false);
            console.message("Going on.");
        } else {
            control.pause();
            console.paused(true);
            console.message("Paused: no iteration starts, running ones end. p goes on.");
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
