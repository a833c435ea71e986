// needs: newer, for k6/websockets
// k6/ws and k6/websockets against the shop's echo.
import http from 'k6/http';
import ws from 'k6/ws';
import { Blob, WebSocket } from 'k6/websockets';
import { WebSocket as Older } from 'k6/experimental/websockets';
import { check } from 'k6';

export const options = {
  iterations: 1,
  thresholds: {
    checks: ['rate==1'],
    ws_sessions: ['count>=5'],
    'ws_msgs_sent{kind:old}': ['count==3'],
    'ws_msgs_received{kind:old}': ['count==3'],
    ws_connecting: ['max<5000'],
    ws_session_duration: ['max>0'],
    ws_ping: ['max>0'],
  },
};

function callbacks() {
  const heard = [];
  let after = false;
  const response = ws.connect(__ENV.WS, { headers: { 'X-Own': '1' }, tags: { kind: 'old' } }, (socket) => {
    socket.on('open', () => {
      heard.push('open');
      socket.send('one');
    });
    socket.on('message', (text) => {
      heard.push(text);
      if (text === 'one') {
        socket.sendBinary(new Uint8Array([1, 2, 255]).buffer);
      } else {
        socket.close();
      }
    });
    socket.on('binaryMessage', (bytes) => {
      heard.push(new Uint8Array(bytes).join());
      socket.ping();
    });
    socket.on('pong', () => {
      heard.push('pong');
      socket.setTimeout(() => socket.send('last'), 10);
    });
    socket.on('close', (code) => heard.push(`close${code}`));
    let ticks = 0;
    socket.setInterval(() => {
      ticks++;
      after = after || heard.includes('close1001');
    }, 1);
  });
  check(response, {
    'a response of 101': (it) => it.status === 101 && it.headers.Upgrade === 'websocket' && it.error === '',
    'events in order': () => heard.join('|') === 'open|one|1,2,255|pong|last|close1001',
    'no timer after the end': () => !after,
  });
  const refused = ws.connect(`${__ENV.WS.replace('/ws', '/health')}`, null, () => heard.push('never'));
  check(refused, { 'a refusal has its status': (it) => it.status === 200 && it.error !== '' && !heard.includes('never') });
  const absent = ws.connect('ws://127.0.0.1:1/', {}, () => {});
  check(absent, { 'nobody there': (it) => it.status === 0 && it.error !== '' });
  let caught = '';
  try {
    ws.connect(__ENV.WS, (socket) => {
      socket.on('open', () => {
        throw new Error('of the script');
      });
    });
  } catch (error) {
    caught = String(error);
  }
  check(caught, { 'what the script throws comes out': (it) => it.includes('of the script') });
}

function standard() {
  return new Promise((resolve) => {
    const heard = [];
    const socket = new WebSocket(__ENV.WS, ['chat', 'other'], { tags: { kind: 'new' } });
    check(socket, { connecting: (it) => it.readyState === WebSocket.CONNECTING && it.url === __ENV.WS && it.binaryType === 'blob' });
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      heard.push(`open${socket.protocol}`);
      socket.send('text');
      socket.send(new Uint8Array([7]));
      socket.ping();
    };
    socket.addEventListener('message', ({ data, type }) => {
      heard.push(typeof data === 'string' ? `${type}:${data}` : new Uint8Array(data)[0]);
    });
    socket.onpong = () => {
      heard.push('pong');
      socket.close(3001, 'enough');
      check(socket, { closing: (it) => it.readyState === it.CLOSING });
    };
    socket.onclose = ({ code, reason }) => {
      heard.push(`close${code}${reason}`);
      check(heard, { 'the standard events': (it) => it.join('|') === 'openchat|message:text|7|pong|close3001enough' });
      check(socket, { closed: (it) => it.readyState === 3 });
      resolve();
    };
    socket.onerror = ({ error }) => heard.push(`error ${error}`);
  });
}

function failing() {
  return new Promise((resolve) => {
    const heard = [];
    const socket = new Older('ws://127.0.0.1:1/');
    socket.addEventListener('error', () => heard.push('error'));
    socket.addEventListener('close', () => {
      check(heard, { 'an error and then the end': (it) => it.join() === 'error' });
      resolve();
    });
  });
}

export default async function () {
  callbacks();
  await standard();
  await failing();
  check(await new Blob(['a', new Uint8Array([98])]).text(), { Blob: (it) => it === 'ab' });
  // The iteration lasts until its sockets have ended.
  const late = new WebSocket(__ENV.WS);
  late.onopen = () => late.send('x'.repeat(100000));
  late.onmessage = async ({ data }) => {
    check(data, { 'after the function': (it) => it.length === 100000 });
    check(http.get(`${__ENV.SHOP}/health`), { 'HTTP between': (it) => it.status === 200 });
    late.close();
  };
}
