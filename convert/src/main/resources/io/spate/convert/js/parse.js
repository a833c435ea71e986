// Gives a script's tree as JSON, or where it is wrong.
(text) => {
    const options = { ecmaVersion: 'latest', sourceType: 'module', locations: true, allowHashBang: true };
    const plain = (key, value) => (typeof value === 'bigint' ? String(value) : value);
    const parse = (more) => JSON.stringify(acorn.parse(text, { ...options, ...more }), plain);
    try {
        return parse({});
    } catch (asModule) {
        try {
            return parse({ sourceType: 'script', allowReturnOutsideFunction: true });
        } catch (asScript) {
            const wrong = /import|export/.test(asScript.message) ? asModule : asScript;
            return JSON.stringify({
                message: wrong.message.replace(/ \(\d+:\d+\)$/, ''),
                line: wrong.loc.line,
                column: wrong.loc.column + 1,
            });
        }
    }
};
