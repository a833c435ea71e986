package io.spate.net.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The command {@code openssl}, in a folder: makes certificates and keys in all their formats. */
public record Openssl(Path folder) {

    /** Skips the test where the command is missing. */
    public static Openssl in(Path folder) throws Exception {
        Openssl tool = new Openssl(folder);
        Assumptions.assumeTrue(
                tool.exitCode(List.of("openssl", "version")) == 0, "openssl is not installed");
        return tool;
    }

    /** An authority, {@code ca.crt} and {@code ca.key}. */
    public Openssl authority() throws Exception {
        return run(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=ca"
                        + " -keyout ca.key -out ca.crt");
    }

    /** A certificate of the authority: {@code NAME.crt} and {@code NAME.key}. */
    public Openssl certificate(String name, String newKey, String extension) throws Exception {
        Files.writeString(folder.resolve(name + ".ext"), extension);
        run(
                "req -newkey %s -nodes -subj /CN=%s -keyout %s.key -out %s.csr"
                        .formatted(newKey, name, name, name));
        return run(
                "x509 -req -in %s.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile %s.ext -out %s.crt"
                        .formatted(name, name, name));
    }

    /** Runs one of its commands. */
    public Openssl run(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ", -1)));
        int code = exitCode(command);
        if (code != 0) {
            throw new AssertionError(command + ": " + Files.readString(log(), UTF_8));
        }
        return this;
    }

    private int exitCode(List<String> command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start()
                    .waitFor();
        } catch (IOException _) {
            return -1;
        }
    }

    private Path log() {
        return folder.resolve("openssl.log");
    }

    /** A file's bytes. */
    public byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }
}
