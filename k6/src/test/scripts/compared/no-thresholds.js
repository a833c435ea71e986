// differs: --out json, metric - k6 names thresholds there that are not looked at
// flags: --no-thresholds
export const options = { thresholds: { iterations: ['count>5'] } };

export default function () {}
