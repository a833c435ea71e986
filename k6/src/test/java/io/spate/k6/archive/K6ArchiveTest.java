package io.spate.k6.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.script.ScriptException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class K6ArchiveTest {
    private static final byte[] SCRIPT = "export default () => {}".getBytes(StandardCharsets.UTF_8);

    private static byte[] written(K6Archive archive) throws IOException {
        var out = new ByteArrayOutputStream();
        archive.write(out);
        return out.toByteArray();
    }

    @Test
    void comesBackAsItWasButForTheNamesOfUsers() throws Exception {
        var deep = "/home/ann/" + "folder/".repeat(20) + "data.json";
        var main = Path.of("/home/ann/test/script.js");
        var options = JsonNodeFactory.instance.objectNode().put("vus", 3);
        var archive =
                new K6Archive(
                        main,
                        Map.of(main, SCRIPT, Path.of(deep), new byte[] {1, 2}),
                        options,
                        Map.of("HOST", "http://localhost"));

        var bytes = written(archive);
        var back = K6Archive.read("x.tar", new ByteArrayInputStream(bytes));

        assertThat(back.main()).isEqualTo(Path.of("/home/nobody/test/script.js"));
        assertThat(back.files().keySet())
                .containsExactlyInAnyOrder(back.main(), Path.of(deep.replace("/ann/", "/nobody/")));
        assertThat(back.files().get(back.main())).isEqualTo(SCRIPT);
        assertThat(back.options()).isEqualTo(options);
        assertThat(back.env()).containsExactly(Map.entry("HOST", "http://localhost"));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith("metadata.json\0")
                .contains("\"filename\" : \"file:///home/nobody/test/script.js\"")
                .doesNotContain("ann");
        assertThat(bytes.length % 512).isZero();
    }

    @Test
    void saysWhatIsNoArchive() {
        assertThatThrownBy(() -> K6Archive.read("x.tar", new ByteArrayInputStream(new byte[1024])))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("no metadata.json");
        assertThatThrownBy(() -> K6Archive.read("x.tar", new ByteArrayInputStream(SCRIPT)))
                .hasMessageContaining("ends within an entry");
    }

    @Property(tries = 200)
    void turnsAnythingDownWithAMessage(
            @ForAll @Size(max = 2048) byte @ByteRange(min = -128) [] bytes) {
        try {
            K6Archive.read("x.tar", new ByteArrayInputStream(bytes));
        } catch (ScriptException e) {
            assertThat(e).hasMessageContaining("x.tar");
        }
    }
}
