// A path as seen from the file whose code asks for it; as it is where nothing is there.
export function beside(path) {
    for (const line of new Error().stack.split('\n')) {
        const found = /\(?((?:file:\/\/)?\/[^()]*?):\d+(?::\d+)?\)?$/.exec(line.trim());
        const file = found === null ? '' : found[1].replace(/^file:\/\//, '');
        if (file !== '' && !file.startsWith('/.spate/')) {
            const named = `${file.replace(/[^/]*$/, '')}${path}`;
            return __spate.exists(named) ? named : path;
        }
    }
    return path;
}
