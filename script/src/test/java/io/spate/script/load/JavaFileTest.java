package io.spate.script.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.script.LoadOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaFileTest {
    private static final String MINIMAL =
            "test.scenario(\"home\").task(user -> user.get(\"/\").send());";

    @TempDir Path folder;
    private ScriptFiles files;

    @BeforeEach
    void open() {
        files = new ScriptFiles(folder);
    }

    @Test
    void runsAFileWithoutProjectOrBuild() {
        var loaded = ScriptFiles.load(files.writeTest("Shop", MINIMAL));
        assertThat(loaded.plan().name()).isEqualTo("Shop");
        assertThat(loaded.plan().scenarios()).extracting("name").containsExactly("home");
    }

    @Test
    void tellsEveryCompileErrorWithItsPlace() {
        var file =
                files.writeTest(
                        "Shop",
                        "int users = \"many\";",
                        "\ttest.scenarioo(\"home\");",
                        "return users;");
        var problems = ScriptFiles.problems(file);
        assertThat(problems).extracting("line").containsExactly(5, 6, 7);
        assertThat(problems).extracting("column").containsExactly(21, 14, 16);
        assertThat(problems).extracting("file").containsOnly(file.toString());
        assertThat(problems.get(1).sourceLine()).isEqualTo("        \ttest.scenarioo(\"home\");");
        assertThat(problems.get(1).render())
                .startsWith(file + ":6:14: error: cannot find symbol\n")
                .contains("\n        \t    ^\n")
                .contains("scenarioo");
    }

    @Test
    void tellsErrorsOfLaterPhasesTogetherWithEarlierOnes() {
        var file =
                files.write(
                        "Shop.java",
                        """
                        class Shop {
                            int one() { }
                            String two() { return 2; }
                        }
                        """);
        assertThat(ScriptFiles.problems(file)).extracting("line").containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void tellsSyntaxErrorsAtTheEndOfTheFile() {
        var file = files.write("Shop.java", "class Shop {\n");
        var problem = ScriptFiles.problems(file).getFirst();
        assertThat(problem.line()).isEqualTo(1);
        assertThat(problem.message()).contains("end of file");
    }

    @Test
    void compilesWhatStandsBesideTheFile() {
        files.write("Ids.java", "class Ids { static final String HOME = \"from beside\"; }");
        var file = files.writeTest("Shop", MINIMAL, "test.name(Ids.HOME);");
        assertThat(ScriptFiles.load(file).plan().name()).isEqualTo("from beside");
    }

    @Test
    void tellsErrorsInWhatStandsBesideTheFile() {
        var beside = files.write("Ids.java", "class Ids { static int HOME = \"text\"; }");
        var file = files.writeTest("Shop", MINIMAL, "test.name(\"\" + Ids.HOME);");
        assertThat(ScriptFiles.problems(file))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.file()).isEqualTo(beside.toString());
                            assertThat(problem.line()).isEqualTo(1);
                        });
    }

    @Test
    void findsClassesOfTheFilesPackage() {
        files.write("com/acme/Ids.java", "package com.acme; class Ids { static int ONE = 1; }");
        var file =
                files.write(
                        "com/acme/Shop.java",
                        """
                        package com.acme;

                        import io.spate.script.*;

                        public class Shop implements LoadTest {
                            public void define(TestBuilder test) {
                                test.scenario("s" + com.acme.Ids.ONE).task(user -> {});
                            }
                        }
                        """);
        assertThat(ScriptFiles.load(file).plan().scenarios())
                .extracting("name")
                .containsExactly("s1");
    }

    @Test
    void takesAPublicClassOfAnotherNameThanTheFile() {
        var text =
                "import io.spate.script.*; public class Shop implements LoadTest {"
                        + " public void define(TestBuilder test) { "
                        + MINIMAL
                        + " } }";
        var loaded = ScriptFiles.load(files.write("load-test.java", text));
        assertThat(loaded.plan().name()).isEqualTo("load-test");
    }

    @Test
    void takesATestThatIsNotPublicBesideOtherClasses() {
        var text =
                "import io.spate.script.*; public class Shop {} class Other {} "
                        + "class Hidden implements LoadTest {"
                        + " public void define(TestBuilder test) { "
                        + MINIMAL
                        + " } }";
        assertThat(ScriptFiles.load(files.write("Shop.java", text)).plan().scenarios()).hasSize(1);
    }

    @Test
    void takesThePublicOneOfSeveralTests() {
        var body =
                " implements LoadTest { public void define(TestBuilder test) { test.name(\"%s\");"
                        + MINIMAL
                        + " } }";
        var text =
                "import io.spate.script.*; class A"
                        + body.formatted("a")
                        + " public class Shop"
                        + body.formatted("shop");
        assertThat(ScriptFiles.load(files.write("Shop.java", text)).plan().name())
                .isEqualTo("shop");
    }

    @Test
    void namesSeveralTestsOfWhichNoneIsPublic() {
        var body = " implements LoadTest { public void define(TestBuilder test) {} } ";
        var text = "import io.spate.script.*; class B" + body + "class A" + body;
        assertThat(ScriptFiles.problems(files.write("Shop.java", text)))
                .singleElement()
                .extracting("message")
                .asString()
                .contains("several tests (A, B)", "public");
    }

    @Test
    void showsAnExampleWhereThereIsNoTest() {
        var file = files.write("Shop.java", "public class Shop {}");
        assertThat(ScriptFiles.problems(file).getFirst().render())
                .startsWith(file + ": error: no class of this file implements LoadTest")
                .contains("public class Shop implements LoadTest {");
    }

    @Test
    void tellsWhereDescribingTheTestFailed() {
        var file = files.writeTest("Shop", "Object nothing = null;", "nothing.toString();");
        var failure = ScriptFiles.failure(file.toString(), LoadOptions.NONE);
        assertThat(failure)
                .hasMessageStartingWith(file + ":6: error: java.lang.NullPointerException")
                .hasMessageContaining("\n        nothing.toString();")
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void tellsWhereTheTestGaveWrongValues() {
        var file =
                files.writeTest(
                        "Shop",
                        "test.scenario(\"one\")",
                        "        .duration(\"soon\")",
                        "        .task(-2, user -> {});",
                        "test.threshold(\"checks\", \"rate!1\");");
        var problems = ScriptFiles.problems(file);
        assertThat(problems).extracting("line").containsExactly(6, 7, 8);
        assertThat(problems.getFirst().message()).startsWith("scenario \"one\": duration: ");
        assertThat(problems.getFirst().sourceLine()).contains(".duration(\"soon\")");
    }

    @Test
    void tellsWhyTheTestCannotBeMade() {
        var body = " public void define(TestBuilder test) {} }";
        var start = "import io.spate.script.*; public class Shop implements LoadTest { ";
        var parameters = files.write("A.java", start + "Shop(int i) {}" + body);
        assertThat(ScriptFiles.problems(parameters).getFirst().message())
                .contains("Shop has no constructor without parameters");
        var throwing = files.write("B.java", start + "int zero = 0; int a = 1 / zero;" + body);
        assertThat(ScriptFiles.problems(throwing).getFirst().message())
                .contains("making Shop failed", "/ by zero");
        var initializer =
                files.write("C.java", start + "static int zero = 0, a = 1 / zero;" + body);
        assertThat(ScriptFiles.problems(initializer).getFirst().message())
                .contains("making Shop failed", "/ by zero");
    }

    @Test
    void tellsAFileThatIsNotInUtf8() throws Exception {
        var file = folder.resolve("Shop.java");
        Files.write(file, "class Shop { String s = \"é\"; }".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ScriptFiles.problems(file).getFirst().message()).contains("UTF-8");
    }
}
