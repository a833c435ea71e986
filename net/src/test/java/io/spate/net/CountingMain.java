package io.spate.net;

import java.util.ArrayList;
import java.util.List;

/** Eight users of one loop who count in one plain variable, as they do in a recorder. */
final class CountingMain {
    private static final int USERS = 8;
    private static final int STEPS = 20_000;

    /** What it prints. */
    static final String EXPECTED = "counted " + USERS * STEPS;

    private long count;

    private CountingMain() {}

    public static void main(String[] args) throws InterruptedException {
        try (EventLoop loop = EventLoop.start("loop", NetOptions.DEFAULT)) {
            CountingMain counter = new CountingMain();
            List<Thread> users = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                users.add(loop.startVirtualThread("user-" + i, counter::count));
            }
            for (Thread user : users) {
                user.join();
            }
            System.out.println("counted " + counter.count);
        } catch (UnsupportedJvmException e) {
            System.out.println(e.getMessage());
        }
    }

    private void count() {
        try {
            for (int i = 0; i < STEPS; i++) {
                if (Thread.currentThread().toString().endsWith("@loop")) {
                    count++;
                }
                if (i % 100 == 0) {
                    Thread.sleep(0, 1);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
