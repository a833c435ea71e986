const native = __spate.bind('k6/encoding');

function input(value) {
    if (value instanceof ArrayBuffer) {
        return value;
    }
    if (ArrayBuffer.isView(value)) {
        return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    }
    if (typeof value !== 'string') {
        throw new TypeError(`a text or bytes can be encoded, and not ${value}`);
    }
    return value;
}

export function b64encode(value, encoding = 'std') {
    return native.encode(input(value), String(encoding));
}

export function b64decode(text, encoding = 'std', format) {
    return format === 's'
        ? native.decodeText(String(text), String(encoding))
        : new ArrayBuffer(native.decode(String(text), String(encoding)));
}

export default { b64encode, b64decode };
