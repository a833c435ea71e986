const native = __spate.bind('#console');

function shown(value) {
    if (typeof value === 'string') {
        return value;
    }
    if (value instanceof Error) {
        const lines = (value.stack || String(value)).split('\n');
        return lines.filter((line) => !(line.trim().startsWith('at ') && line.includes('/.spate/'))).join('\n');
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
