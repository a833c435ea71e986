export const options = { iterations: 1, nothing: 'such' };

export default function () {}
