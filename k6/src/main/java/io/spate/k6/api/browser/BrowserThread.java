package io.spate.k6.api.browser;

import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The thread of one user's browser: Playwright's objects belong to the thread that made them, and
 * block it. It starts the browser with the first call. Its queue holds what one user has asked for
 * and not been answered, which the user's own queue bounds.
 */
final class BrowserThread {
    private static final Pattern MESSAGE =
            Pattern.compile("message='(.*?)\\n? *(?:name=|stack=)", Pattern.DOTALL);

    private final Map<String, String> env;
    private final List<Path> folders;
    private final Consumer<String> driver;
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private @Nullable Chromium chromium;
    private boolean closed;

    BrowserThread(
            String name, Map<String, String> env, List<Path> folders, Consumer<String> driver) {
        this.driver = driver;
        this.env = env;
        this.folders = folders;
        Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Has calls made that were asked for in one go. */
    void submit(List<Call> calls) {
        waiting.add(() -> make(new ArrayList<>(calls)));
    }

    /** Closes all pages, as an iteration has ended. */
    void clean() {
        waiting.add(
                () -> {
                    if (chromium != null) {
                        chromium.closeContexts();
                    }
                });
    }

    /** Ends the browser once it has made what was asked for. */
    void close() {
        waiting.add(() -> closed = true);
    }

    private void run() {
        try {
            while (!closed) {
                waiting.take().run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (chromium != null) {
                chromium.close();
            }
        }
    }

    /**
     * Who waits for a navigation has it awaited around the other calls of the same go, whatever
     * their order; who waits for a state comes last.
     */
    private void make(List<Call> calls) {
        var around = calls.stream().filter(Call::surrounds).findFirst();
        if (around.isPresent()) {
            calls.remove(around.get());
            answer(around.get(), () -> chromium().around(around.get(), () -> inside(calls)));
            return;
        }
        calls.stream().filter(it -> !it.waits()).forEach(this::answer);
        calls.stream().filter(Call::waits).forEach(this::answer);
    }

    /** Those of the same go; where there are none, those of the next, if it comes soon. */
    private void inside(List<Call> calls) {
        if (!calls.isEmpty()) {
            make(calls);
            return;
        }
        try {
            var next = waiting.poll(NEXT_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static final int NEXT_MILLIS = 100;

    private void answer(Call call) {
        answer(call, () -> chromium().make(call));
    }

    @FunctionalInterface
    private interface Making {
        String make();
    }

    private void answer(Call call, Making making) {
        Call.Answer answer;
        try {
            answer = new Call.Answer(true, making.make());
        } catch (PlaywrightException e) {
            answer = new Call.Answer(false, call.method() + ": " + message(e));
        } catch (RuntimeException e) {
            answer = new Call.Answer(false, String.valueOf(e.getMessage()));
        }
        call.answer().accept(answer);
    }

    private Chromium chromium() {
        var known = chromium;
        if (known == null) {
            known = Chromium.start(Installed.find(env, folders), env, driver);
            chromium = known;
        }
        return known;
    }

    /** Playwright wraps its messages. */
    private static String message(PlaywrightException e) {
        var text = String.valueOf(e.getMessage());
        var match = MESSAGE.matcher(text);
        return (match.find() ? match.group(1) : text).strip();
    }
}
