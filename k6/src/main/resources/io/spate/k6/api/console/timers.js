const native = __spate.bind('k6/timers');

function scheduler(name, repeated) {
    return (task, delay, ...args) => {
        if (typeof task !== 'function') {
            throw new TypeError(`${name} takes a function`);
        }
        return native.schedule(args.length === 0 ? task : () => task(...args), Number(delay) || 0, repeated);
    };
}

function cancel(timer) {
    if (Number.isSafeInteger(timer)) {
        native.cancel(timer);
    }
}

export const setTimeout = scheduler('setTimeout', false);
export const setInterval = scheduler('setInterval', true);
export const clearTimeout = cancel;
export const clearInterval = cancel;

export default { setTimeout, setInterval, clearTimeout, clearInterval };
