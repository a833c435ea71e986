package io.spate.k6.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {

    @Test
    void findsEachFormOfImport() {
        var imports =
                Imports.of(
                        """
                        import http from 'k6/http';
                        import { check,
                          sleep } from "k6";
                        import './side.js';
                        import * as all from '../all.js'
                        export { x } from './x.js';
                        """);

        assertThat(imports.isModule()).isTrue();
        assertThat(imports.all())
                .extracting(Imports.Import::specifier)
                .containsExactly("k6/http", "k6", "./side.js", "../all.js", "./x.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// import a from 'a'",
                "/* export default 1 */",
                "const text = \"import a from 'a'\";",
                "const text = `export ${ `import a from 'a'` }`;",
                "const expression = /import a from 'a'/;",
                "module.exports = { import: 1, export: 2 };",
                "const it = import('./later.js');",
                "function f() { return /[/'\"]/.test(x) }",
                "a.export = 1;"
            })
    void takesNothingElseForAModule(String text) {
        assertThat(Imports.of(text)).isEqualTo(new Imports(false, java.util.List.of(), false));
    }

    @Test
    void aDivisionStartsNoExpression() {
        var imports = Imports.of("const a = b / c; import x from './x.js'; const d = 1 / 2;");

        assertThat(imports.all()).extracting(Imports.Import::specifier).containsExactly("./x.js");
    }

    @ParameterizedTest
    @CsvSource({
        "const a = require('./a.js'), true",
        "function f() { return { it: require ('./a.js') }; }, true",
        "// require('./a.js'), false",
        "a.require('./a.js');, false",
        "const require = made(); require('./a.js');, false",
        "import require from './r.js'; require('./a.js');, false",
        "typeof require === 'function', false"
    })
    void knowsWhetherTheRequireOfCommonJsIsMeant(String text, boolean requires) {
        assertThat(Imports.of(text).requires()).isEqualTo(requires);
    }
}
