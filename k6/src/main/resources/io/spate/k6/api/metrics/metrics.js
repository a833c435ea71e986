const native = __spate.bind('k6/metrics');

// Null is no number, whatever JavaScript makes of it.
function asNumber(value) {
    return value === null || typeof value === 'symbol' || typeof value === 'bigint' ? NaN : Number(value);
}

// Registered, as in the module of responses.
const NUMBER = Symbol.for('spate.metric');

class Metric {
    constructor(type, name, isTime) {
        this.name = String(name);
        Object.defineProperty(this, NUMBER, { value: native.declare(type, this.name, Boolean(isTime)) });
    }

    add(value, tags) {
        const number = typeof value === 'number' ? value : asNumber(value);
        if (!Number.isFinite(number)) {
            native.refuse(`'${value}' is an invalid value for metric '${this.name}', a number or a boolean value is expected`);
            return false;
        }
        native.add(this[NUMBER], number, tags);
        return true;
    }
}

export class Counter extends Metric {
    constructor(name, isTime) {
        super('COUNTER', name, isTime);
    }
}

export class Gauge extends Metric {
    constructor(name, isTime) {
        super('GAUGE', name, isTime);
    }
}

export class Rate extends Metric {
    constructor(name, isTime) {
        super('RATE', name, false);
    }
}

export class Trend extends Metric {
    constructor(name, isTime) {
        super('TREND', name, isTime);
    }
}

export default { Counter, Gauge, Rate, Trend };
