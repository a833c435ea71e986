// differs: 'ws_ - k6 has a tag subproto that is empty
// differs: messages warning - k6 0.48 does not tell of a connection that is refused
// k6/ws: a session with text, bytes, pings, timers and an end.
import ws from 'k6/ws';
import { check } from 'k6';

export const options = { iterations: 1 };

export default function () {
  const heard = [];
  const response = ws.connect(__ENV.WS, { tags: { kind: 'own' }, headers: { 'X-Own': 'yes' } }, (socket) => {
    socket.on('open', () => {
      heard.push('open');
      socket.send('text');
      socket.sendBinary(new Uint8Array([1, 2]).buffer);
      socket.ping();
      socket.setTimeout(() => {
        heard.push('timeout');
        socket.close();
      }, 300);
    });
    socket.on('message', (it) => heard.push(`message ${it}`));
    socket.on('binaryMessage', (it) => heard.push(`bytes ${new Uint8Array(it).join()}`));
    socket.on('pong', () => heard.push('pong'));
    socket.on('close', (code) => heard.push(`close ${code}`));
    socket.on('error', (error) => heard.push(`error ${error.error()}`));
  });
  heard.sort();
  console.log(heard.join('|'), response.status, typeof response.body, response.url === __ENV.WS, Object.keys(response).sort().join());
  check(response, { 'status is 101': (it) => it && it.status === 101 });
  for (const wrong of [() => ws.connect('ws://127.0.0.1:1/', {}, () => {}), () => ws.connect(__ENV.WS), () => ws.connect(__ENV.WS, {})]) {
    try {
      const it = wrong();
      console.log(it.status, it.error === '');
    } catch (error) {
      console.log('threw');
    }
  }
}
