(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make();
  else root.umd = make();
})(this, () => ({ answer: 42 }));
