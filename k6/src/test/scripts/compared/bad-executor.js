// differs: exit code - k6 ends with 255 where it cannot read options
export const options = { scenarios: { one: { executor: 'none-such', vus: 1 } } };

export default function () {}
