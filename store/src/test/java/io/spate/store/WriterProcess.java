package io.spate.store;

import java.nio.file.Path;

/** A process that writes a run as fast as it can, and says how far it has come. */
final class WriterProcess {
    private WriterProcess() {}

    /** Takes the file and how many seconds at most. */
    public static void main(String[] arguments) {
        var place = new StoreLocation.File(Path.of(arguments[0]));
        try (var store = RunStore.open(place, new Fixtures.Clock())) {
            var run = store.begin("abc", Fixtures.facts("shop", Fixtures.START), "{}");
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                run.second(Fixtures.second(i));
                System.out.println(i + 1);
                System.out.flush();
            }
        } catch (StoreException e) {
            System.out.println(e.kind() + " " + e.getMessage());
        }
    }
}
