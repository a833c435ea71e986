import { uuidv4 } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';

// Milliseconds come first, so that the later one sorts after the earlier.
function v7() {
    const time = Date.now().toString(16).padStart(12, '0');
    const rest = uuidv4();
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(15)}`;
}

const NONE = '00000000-0000-0000-0000-000000000000';
const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function validate(text) {
    return typeof text === 'string' && PATTERN.test(text);
}

export { uuidv4, uuidv4 as v4, v7, validate, NONE as NIL };
export default { v4: uuidv4, v7, validate, uuidv4, NIL: NONE };
