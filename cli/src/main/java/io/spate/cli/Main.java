package io.spate.cli;

/** The command. The only class that touches the process. */
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] args) {
        String version = Main.class.getPackage().getImplementationVersion();
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("spate " + version);
        } else {
            System.err.println("usage: spate --version");
            System.exit(104);
        }
    }
}
