const native = __spate.bind('#console');

function shown(value) {
    if (typeof value === 'string') {
        return value;
    }
    if (value instanceof Error) {
        return (value.stack || String(value)).replace(/\n\s+at [^\n]*\/\.spate\/[^\n]*/g, '');
    }
    if (typeof value === 'function' || value === null || typeof value !== 'object') {
        return String(value);
    }
    try {
        return JSON.stringify(value) ?? String(value);
    } catch (error) {
        return String(value);
    }
}

function writer(level) {
    return (...values) => native.write(level, values.map(shown).join(' '));
}

globalThis.console = {
    log: writer('INFO'),
    info: writer('INFO'),
    debug: writer('DEBUG'),
    warn: writer('WARNING'),
    error: writer('ERROR'),
};
