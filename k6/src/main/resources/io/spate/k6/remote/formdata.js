import { b64decode, b64encode } from 'k6/encoding';

function bytesOf(data) {
    if (data instanceof ArrayBuffer) {
        return new Uint8Array(data);
    }
    return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : utf8(String(data));
}

function utf8(text) {
    return new Uint8Array(b64decode(b64encode(text)));
}

// The body of a multipart form, made by hand: what body() gives is sent with the header of contentType.
export class FormData {
    constructor() {
        const random = Math.random().toString(16).slice(2).padEnd(16, '0').slice(0, 16);
        this.boundary = `------RWWorkerFormDataBoundary${random}`;
        this.contentType = `multipart/form-data; boundary=${this.boundary}`;
        this.parts = [];
    }

    append(name, value, filename) {
        const isFile = typeof value === 'object' && value !== null && 'data' in value;
        this.parts.push({
            name: String(name),
            data: isFile ? value.data : value,
            filename: filename ?? (isFile ? value.filename : undefined),
            type: isFile ? value.content_type || 'application/octet-stream' : undefined,
        });
    }

    __append(name, value, filename) {
        this.append(name, value, filename);
    }

    body() {
        const chunks = [];
        for (const part of this.parts) {
            let head = `--${this.boundary}\r\nContent-Disposition: form-data; name="${part.name}"`;
            head += part.filename === undefined ? '' : `; filename="${part.filename}"`;
            head += part.type === undefined ? '' : `\r\nContent-Type: ${part.type}`;
            chunks.push(utf8(`${head}\r\n\r\n`), bytesOf(part.data), utf8('\r\n'));
        }
        chunks.push(utf8(`--${this.boundary}--\r\n`));
        const whole = new Uint8Array(chunks.reduce((sum, each) => sum + each.length, 0));
        let at = 0;
        for (const each of chunks) {
            whole.set(each, at);
            at += each.length;
        }
        return whole.buffer;
    }
}

export default FormData;
