const native = __spate.bind('k6/encoding');

function input(value) {
    if (value instanceof ArrayBuffer) {
        return value;
    }
    if (ArrayBuffer.isView(value)) {
        return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    }
    if (Array.isArray(value)) {
        return new Uint8Array(value).buffer;
    }
    return String(value);
}

export function b64encode(value, encoding = 'std') {
    return native.encode(input(value), encoding);
}

export function b64decode(text, encoding = 'std', format) {
    return format === 's'
        ? native.decodeText(String(text), encoding)
        : new ArrayBuffer(native.decode(String(text), encoding));
}

export default { b64encode, b64decode };
