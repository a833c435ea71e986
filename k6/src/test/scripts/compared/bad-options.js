// differs: exit code - k6 ends with 255 where it cannot read options
export const options = { vus: 'many', duration: '1s' };

export default function () {}
