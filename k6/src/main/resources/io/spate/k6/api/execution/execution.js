const native = __spate.bind('k6/execution');

function tagged() {
    return new Proxy(
        {},
        {
            get: (_, name) => (typeof name === 'string' ? (native.tagOf(name) ?? undefined) : undefined),
            has: (_, name) => typeof name === 'string' && native.tagOf(name) !== null,
            ownKeys: () => [...native.tagNames()],
            getOwnPropertyDescriptor: (_, name) =>
                native.tagOf(name) === null
                    ? undefined
                    : { value: native.tagOf(name), writable: true, enumerable: true, configurable: true },
            set(_, name, value) {
                if (value === null || !['string', 'number', 'boolean'].includes(typeof value)) {
                    throw new TypeError(`the tag '${String(name)}' must be a string, a number or a boolean`);
                }
                native.tag(String(name), String(value));
                return true;
            },
            deleteProperty(_, name) {
                native.tag(String(name), '');
                return true;
            },
        },
    );
}

let options;
const tags = tagged();

export const scenario = {
    get name() {
        return native.scenarioName();
    },
    get executor() {
        return native.scenarioExecutor();
    },
    get startTime() {
        return native.scenarioStartMillis();
    },
    get progress() {
        return native.scenarioProgress();
    },
    get iterationInInstance() {
        return native.scenarioIteration();
    },
    get iterationInTest() {
        return native.scenarioIteration();
    },
};

export const instance = {
    get iterationsInterrupted() {
        return native.iterationsInterrupted();
    },
    get iterationsCompleted() {
        return native.iterationsCompleted();
    },
    get vusActive() {
        return native.vusActive();
    },
    get vusInitialized() {
        return native.vusInitialized();
    },
    get currentTestRunDuration() {
        return native.runMillis();
    },
};

export const test = {
    get options() {
        options = options ?? JSON.parse(native.options());
        return options;
    },
    abort(reason) {
        native.abort(reason === undefined ? null : String(reason));
    },
    fail(reason) {
        if (reason !== undefined) {
            console.error(String(reason));
        }
        native.fail();
    },
};

export const vu = {
    get iterationInInstance() {
        return native.iterationInInstance();
    },
    get iterationInScenario() {
        return native.iterationInScenario();
    },
    get idInInstance() {
        return native.vuId();
    },
    get idInTest() {
        return native.vuId();
    },
    tags,
    metrics: { tags, metadata: {} },
};

export default { scenario, instance, test, vu };
