// k6/html: Selection and Element.
import { parseHTML } from 'k6/html';
import { check } from 'k6';

export const options = { iterations: 1, thresholds: { checks: ['rate==1'] } };

const page = `<html><body><div id="a" class="x y"><p class="p">one</p><p>two <b>bold</b></p><span>three</span></div>
<form id="f" action="/go"><input name="t" value="text"><input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked="checked">
<select name="s" multiple><option value="1" selected>1</option><option value="2" selected>2</option></select><textarea name="n">note</textarea></form>
<a href="https://user@example.com:8080/p/q?x=1#h" data-one="1" data-two-words='{"a":[1]}' data-yes="true">link</a></body></html>`;

export default function () {
  const doc = parseHTML(page);
  const p = doc.find('p');
  check(doc, {
    'size and length': () => p.size() === 2 && doc.find('nothing').size() === 0,
    'first, last, eq, get': () => p.first().text() === 'one' && p.last().find('b').text() === 'bold' && p.eq(1).is('p') && p.get(0).nodeName() === 'p',
    'html and text': () => p.eq(1).html() === 'two <b>bold</b>' && doc.find('#a').text().includes('three'),
    'attr': () => doc.find('#a').attr('class') === 'x y' && doc.find('#a').attr('none') === undefined && doc.find('#a').attr('none', 'else') === 'else',
    'is': () => doc.find('#a').is('.y') && !doc.find('#a').is('.z') && p.is((index) => index === 1),
    'children and contents': () => doc.find('#a').children().size() === 3 && doc.find('#a').children('p').size() === 2 && p.eq(1).contents().size() >= 1,
    'contents with texts': () => p.eq(1).contents().size() === 2 && p.eq(1).contents().eq(0).text() === 'two ' && p.eq(1).contents().get(0).nodeName() === '#text' && p.eq(1).contents().get(0).nodeType() === 3 && p.eq(1).contents().last().is('b'),
    'parent, parents, closest': () => p.parent().attr('id') === 'a' && p.first().parents('body').size() === 1 && doc.find('b').closest('div').attr('id') === 'a',
    'next, prev, siblings': () => p.first().next().text() === 'two bold' && doc.find('span').prev().is('p') && p.first().siblings().size() === 2,
    'nextAll, prevAll, nextUntil': () => p.first().nextAll().size() === 2 && doc.find('span').prevAll().size() === 2 && p.first().nextUntil('span').size() === 1,
    'filter, not, has': () => p.filter('.p').size() === 1 && p.not('.p').size() === 1 && doc.find('p').has('b').size() === 1,
    'filter by a function': () => p.filter((index) => index === 1).text() === 'two bold',
    'slice': () => p.slice(1).size() === 1 && p.slice(0, 1).text() === 'one',
    'index': () => doc.find('span').index() === 2,
    'data': () => doc.find('a').data('one') === 1 && doc.find('a').data('twoWords').a[0] === 1 && doc.find('a').data('yes') === true,
    'val': () => doc.find('input[name=t]').val() === 'text' && doc.find('textarea').val() === 'note' && doc.find('select').val().join() === '1,2',
    'serialize': () => doc.find('form').serialize().includes('t=text') && doc.find('form').serialize().includes('r=2'),
    'what a function has chosen is a selection': () => doc.find('input').filter((index) => index !== 0).serialize() === 'r=2',
    'serialize escapes as Go does': () => parseHTML(`<form><input name="a" value="(it's) *~!"></form>`).find('form').serialize() === 'a=%28it%27s%29+%2A~%21',
    'serializeArray': () => doc.find('form').serializeArray().some((it) => it.name === 't' && it.value === 'text'),
    'serializeObject': () => doc.find('form').serializeObject().r === '2' && doc.find('form').serializeObject().n === 'note',
    'map': () => doc.find('p').map((index, it) => `${index}${it.text()}`).join() === '0one,1two bold',
  });
  const seen = [];
  p.each((index, element) => seen.push(`${index}${element.innerHTML()}`));
  check(seen, { each: (it) => it.join('|') === '0one|1two <b>bold</b>' });
  const link = doc.find('a').get(0);
  check(link, {
    'an element': (it) => it.textContent() === 'link' && it.nodeName() === 'a' && it.nodeType() === 1,
    'parts of its URL': (it) => it.host() === 'example.com:8080' && it.hostname() === 'example.com' && it.port() === '8080' && it.pathname() === '/p/q' && it.search() === '?x=1' && it.hash() === '#h' && it.protocol() === 'https',
    'getAttribute': (it) => it.getAttribute('data-one') === '1' && it.hasAttribute('href') && !it.hasAttribute('x'),
    'id and className': () => doc.find('#a').get(0).id() === 'a' && doc.find('#a').get(0).className() === 'x y',
    'children': () => doc.find('#a').get(0).childElementCount() === 3 && doc.find('#a').get(0).firstElementChild().textContent() === 'one',
  });
}
