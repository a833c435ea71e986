// What modules of the page ask of a browser when they are loaded.
const media = { matches: false, addEventListener: () => undefined };
Object.assign(globalThis, {
  matchMedia: () => media,
  location: { search: '', pathname: '/' },
  document: { documentElement: { dataset: {} } },
});
