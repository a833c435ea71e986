package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What surrounds scripts of k6, by the packaged command. */
@Timeout(180)
class K6ToolsTest {
    private static final Command SPATE = Command.ofThisBuild();
    private static final String SCRIPT =
            """
            import { check, sleep } from 'k6';
            export const options = { iterations: 2 };
            export default function () {
              check(1, { 'is one': (it) => it === 1 });
              sleep(0.01);
            }
            """;

    @TempDir Path folder;

    @Test
    void checksAndConvertsTypeScript() throws Exception {
        Files.writeString(folder.resolve("lib.ts"), "export const base: string = 'http://a';\n");
        Files.writeString(
                folder.resolve("script.ts"),
                """
                import http, { type Response } from 'k6/http';
                import { base } from './lib';
                interface Data { id: number }
                export const options: any = { iterations: 2 };
                export default function (data: Data): void {
                  const r: Response = http.get('http://localhost/a' as string);
                  http.nothing(base);
                }
                """);

        assertThat(SPATE.run(folder, "check", "script.ts").out())
                .isEqualTo("script.ts:7:3: nothing of k6/http is not supported\n");
        var converted = SPATE.run(folder, "convert", "script.ts");
        assertThat(converted.out()).contains("      - get: /a\n").contains("line 7:");
        Files.writeString(folder.resolve("bad.ts"), "const a = 1;\nconst b: = 2;\n");
        assertThat(SPATE.run(folder, "convert", "bad.ts").err()).contains("bad.ts:2:10: ");
    }

    @Test
    void aSignalEndsCodeThatNeverEnds() throws Exception {
        Files.writeString(
                folder.resolve("endless.js"),
                """
                export const options = { vus: 2, duration: '1h' };
                export default function () { console.log('begun'); while (true) {} }
                export function teardown() { console.log('down'); for (;;) {} }
                """);

        try (var running = SPATE.start(folder, "k6", "run", "endless.js")) {
            running.awaitText("begun");
            running.signal("INT");
            running.awaitText("down");
            running.signal("INT");
            assertThat(running.await().exitCode()).isEqualTo(105);
        }
    }

    @Test
    void checksRunsAndConvertsAScript() throws Exception {
        Files.writeString(folder.resolve("script.js"), SCRIPT);

        var checked = SPATE.run(folder, "check", "script.js");
        assertThat(checked.out()).isEqualTo("script.js: all of it is supported\n");
        assertThat(checked.err()).isEmpty();
        assertThat(checked.exitCode()).isZero();

        var ran =
                SPATE.run(
                        folder,
                        "k6",
                        "run",
                        "-q",
                        "--summary-mode=disabled",
                        "--out=json=all.json.gz",
                        "--out",
                        "csv=-",
                        "script.js");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("metric_name,")
                .contains("\niterations,")
                .contains("is one");
        assertThat(Files.size(folder.resolve("all.json.gz"))).isPositive();

        var converted = SPATE.run(folder, "convert", "script.js");
        assertThat(converted.out()).contains("    iterations: 2\n").contains("- think: 10ms\n");
        assertThat(converted.err()).contains("left as comments (1)");
    }
}
