const a = {};
a.b.c();

export default function () {}
