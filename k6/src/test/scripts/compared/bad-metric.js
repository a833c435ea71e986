export const options = { thresholds: { no_such_metric: ['count<200'] } };

export default function () {}
