// counts: vary
// open() in its modes.
const told = (what, code) => {
  try {
    const it = code();
    console.log(what, typeof it, it instanceof ArrayBuffer ? it.byteLength : JSON.stringify(it));
  } catch (error) {
    console.log(what, 'threw');
  }
};

told('text', () => open('./verbose.js'));
told('bytes', () => open('./verbose.js', 'b'));
told('another mode', () => open('./verbose.js', 'r').length);
told('none', () => open('./none.txt'));
told('empty', () => open(''));
told('undefined', () => open());
told('null', () => open(null));
told('a folder', () => open('../conformance'));
told('by URL', () => open(import_url()));

function import_url() {
  return `file://${__ENV.NOWHERE || '/nowhere'}/x`;
}

export default function () {
  told('in an iteration', () => open('./verbose.js'));
}
