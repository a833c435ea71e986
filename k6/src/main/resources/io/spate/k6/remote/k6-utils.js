import { check as checkNow } from 'k6';
import exec from 'k6/execution';

// The check of k6 that waits where a value or a condition comes later, and then returns a promise.
export function check(value, sets, tags) {
    const count = (of, results) => (tags === undefined ? checkNow(of, results) : checkNow(of, results, tags));
    if (value instanceof Promise) {
        return value.then((of) => check(of, sets, tags));
    }
    const names = Object.keys(sets);
    const results = names.map((name) => (typeof sets[name] === 'function' ? sets[name](value) : sets[name]));
    const named = (all) => Object.fromEntries(names.map((name, index) => [name, all[index]]));
    if (results.some((it) => it instanceof Promise)) {
        return Promise.all(results).then((all) => count(value, named(all)));
    }
    return count(value, named(results));
}

export function uuidv4() {
    return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (sign) => {
        const number = Math.floor(Math.random() * 16);
        return (sign === 'x' ? number : 8 + (number % 4)).toString(16);
    });
}

export function randomIntBetween(min, max) {
    return min + Math.floor(Math.random() * (max - min + 1));
}

export function randomItem(list) {
    return list[Math.floor(Math.random() * list.length)];
}

export function randomString(length, letters = 'abcdefghijklmnopqrstuvwxyz') {
    let text = '';
    for (let i = 0; i < length; i++) {
        text += letters[Math.floor(Math.random() * letters.length)];
    }
    return text;
}

// What stands between two texts: the first of it, or all of it where it may come again.
export function findBetween(content, left, right, repeat = false) {
    const all = [];
    let at = 0;
    for (;;) {
        const start = content.indexOf(left, at);
        const end = start < 0 ? -1 : content.indexOf(right, start + left.length);
        if (end < 0) {
            break;
        }
        all.push(content.slice(start + left.length, end));
        at = end + right.length;
        if (!repeat) {
            break;
        }
    }
    return repeat ? all : all[0] ?? null;
}

// Stages whose targets have the shape of a bell.
export function normalDistributionStages(maxVus, durationSeconds, numberOfStages = 10) {
    const density = (at) => Math.exp(-(at * at) / 2) / Math.sqrt(2 * Math.PI);
    const heights = [];
    for (let i = 0; i <= numberOfStages + 1; i++) {
        heights.push(density(-2 + (4 * i) / (numberOfStages + 1)));
    }
    const highest = Math.max(...heights);
    const duration = `${Math.ceil(durationSeconds / (numberOfStages + 2))}s`;
    const stages = heights.map((height) => ({ duration, target: Math.round((maxVus * height) / highest) }));
    stages.push({ duration, target: 0 });
    return stages;
}

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1, us: 1e-3, µs: 1e-3, ns: 1e-6 };

// A text such as 1m30s in milliseconds.
export function parseDuration(text) {
    if (typeof text !== 'string' || text === '') {
        throw new Error('a duration is a text such as 1m30s');
    }
    let sum = 0;
    let end = 0;
    for (const part of text.matchAll(/(\d+(?:\.\d+)?)(ms|us|µs|ns|d|h|m|s)/gy)) {
        sum += Number(part[1]) * UNITS[part[2]];
        end = part.index + part[0].length;
    }
    if (end !== text.length) {
        throw new Error(`'${text}' is no duration such as 1m30s`);
    }
    return sum;
}

function stagesNow() {
    const scenario = exec.test.options.scenarios[exec.scenario.name];
    if (scenario === undefined || !Array.isArray(scenario.stages)) {
        throw new Error(`the scenario ${exec.scenario.name} has no stages`);
    }
    return scenario.stages;
}

export function getCurrentStageIndex() {
    const stages = stagesNow();
    const elapsed = Date.now() - exec.scenario.startTime;
    let end = 0;
    for (let i = 0; i < stages.length; i++) {
        end += parseDuration(stages[i].duration);
        if (elapsed < end) {
            return i;
        }
    }
    return stages.length - 1;
}

export function tagWithCurrentStageIndex() {
    exec.vu.tags.stage = getCurrentStageIndex();
}

export function tagWithCurrentStageProfile() {
    const stages = stagesNow();
    const index = getCurrentStageIndex();
    const before = index === 0 ? 0 : stages[index - 1].target;
    const target = stages[index].target;
    exec.vu.tags.stage_profile = target > before ? 'ramp-up' : target < before ? 'ramp-down' : 'steady';
}
