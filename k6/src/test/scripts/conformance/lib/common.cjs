exports.name = 'common'; exports.twice = (n) => require('./inner.cjs').times * n;
