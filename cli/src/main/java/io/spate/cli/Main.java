package io.spate.cli;

import io.spate.cli.process.SpateProcess;

/** The command. The only class that ends the process. */
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] args) {
        System.exit(new Spate(SpateProcess.current()).run(args));
    }
}
