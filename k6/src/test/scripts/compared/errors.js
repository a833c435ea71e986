// differs: messages warning - k6 also tells of redirects that it has stopped following
// Requests without a response: their codes, and what becomes of them.
import http from 'k6/http';

export const options = { iterations: 1, blockHostnames: ['*.blocked.test', 'exact.test'], blacklistIPs: ['10.1.0.0/16'], hosts: { 'named.test': '127.0.0.1', 'port.test:80': '127.0.0.1:1' } };

const told = (what, code) => {
  try {
    const it = code();
    console.log(what, it.status, it.error_code, it.error === '' ? 'no error' : 'an error', it.body && it.body.length > 0 ? 'body' : 'no body', it.proto, it.status_text, it.remote_ip, it.remote_port);
  } catch (error) {
    console.log(what, 'threw');
  }
};

export default function () {
  const port = __ENV.ECHO.split(':').pop();
  told('refused', () => http.get('http://127.0.0.1:1/x'));
  told('by name', () => http.get(`http://named.test:${port}/status/200`));
  told('name with a port', () => http.get('http://port.test/'));
  told('blocked', () => http.get('http://a.blocked.test/'));
  told('blocked exactly', () => http.get('http://exact.test/'));
  told('a black address', () => http.get('http://10.1.2.3/'));
  told('no such name', () => http.get('http://no-such-name.invalid/'));
  told('closed', () => http.get(`${__ENV.ECHO}/close`));
  told('timeout', () => http.get(`${__ENV.ECHO}/delay/3000`, { timeout: 60 }));
  told('timeout as a text', () => http.get(`${__ENV.ECHO}/delay/3000`, { timeout: '60ms' }));
  told('timeout as a number in a text', () => http.get(`${__ENV.ECHO}/delay/3000`, { timeout: '60' }));
  told('a bad timeout', () => http.get(`${__ENV.ECHO}/anything`, { timeout: 'soon' }));
  told('no URL', () => http.get('nothing'));
  told('no URL at all', () => http.get());
  told('null', () => http.get(null));
  told('another scheme', () => http.get('ftp://127.0.0.1/'));
  told('blanks in a host', () => http.get('http://a b/'));
  told('only a path', () => http.get('/path'));
  told('throw', () => http.get('http://127.0.0.1:1/', { throw: true }));
  told('no throw', () => http.get('http://127.0.0.1:1/', { throw: false }));
  told('too many redirects', () => http.get(`${__ENV.ECHO}/redirect/12`));
  told('redirects: 1', () => http.get(`${__ENV.ECHO}/redirect/3`, { redirects: 1 }));
  told('status 500', () => http.get(`${__ENV.ECHO}/status/500`));
  told('status 101', () => http.get(`${__ENV.ECHO}/status/404`));
  told('batch', () => http.batch([['GET', 'http://127.0.0.1:1/']])[0]);
  told('batch of no URL', () => http.batch([['GET', 'nothing']])[0]);
}
