module.exports = { times: 2 };
