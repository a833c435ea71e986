// counts: vary
// SharedArray in all the ways scripts use it.
import { SharedArray } from 'k6/data';

const told = (what, code) => {
  try {
    const it = code();
    console.log(what, typeof it, typeof it === 'object' ? JSON.stringify(it) : it);
  } catch (error) {
    console.log(what, 'threw');
  }
};

const data = new SharedArray('data', () => [{ name: 'a', list: [1, 2] }, { name: 'b' }, 'text', 3, null, [1]]);
const again = new SharedArray('data', () => ['never asked for']);
const empty = new SharedArray('empty', () => []);

told('no function', () => new SharedArray('x'));
told('no name', () => new SharedArray('', () => []));
told('no list', () => new SharedArray('y', () => 'text'));
told('an object', () => new SharedArray('z', () => ({})));

export const options = { iterations: 1 };

export default function () {
  told('length', () => data.length);
  told('again', () => again.length);
  told('empty', () => [empty.length, empty[0]]);
  told('element', () => data[0]);
  told('of none', () => data[99]);
  told('negative', () => data[-1]);
  told('last', () => data[data.length - 1]);
  told('typeof', () => typeof data);
  told('isArray', () => Array.isArray(data));
  told('map', () => data.map((it) => typeof it));
  told('filter', () => data.filter((it) => it && it.name).length);
  told('find', () => data.find((it) => it && it.name === 'b'));
  told('forEach', () => {
    let count = 0;
    data.forEach(() => count++);
    return count;
  });
  told('for of', () => {
    const all = [];
    for (const it of data) {
      all.push(it);
    }
    return all;
  });
  told('spread', () => [...data].length);
  told('slice', () => data.slice(0, 1));
  told('indexOf', () => data.indexOf('text'));
  told('join', () => empty.join());
  told('keys', () => Object.keys(data).length);
  told('JSON', () => JSON.stringify(empty));
  told('set', () => {
    data[0] = 1;
    return data[0];
  });
  told('push', () => data.push(1));
  told('change an element', () => {
    data[0].name = 'changed';
    return data[0].name;
  });
  told('change deeper', () => {
    data[0].list.push(3);
    return data[0].list.length;
  });
  told('same', () => data[0] === data[0]);
  told('in an iteration', () => new SharedArray('late', () => []));
}
