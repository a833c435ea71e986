// differs: "status": "401" - a status that is expected has no error code
// differs: **** - names and URLs have no credentials
// differs: /anything", "proto" - likewise
// Who one is: in the URL, by the basic scheme, and by the digest one.
import http from 'k6/http';

export const options = { iterations: 1 };

const server = __ENV.ECHO.replace('http://', '');

function told(name, it) {
  console.log(name, it.status, it.body, it.error_code, it.url.replace(server, ''));
}

export default function () {
  const who = (path, params) => http.get(`http://${path.replace('@', `@${server}`)}`, params).json('headers.authorization');
  console.log(who('user:pass@/anything'), who('us%3Aer:p%40s%20s+x@/anything'), who('user@/anything'), who(':pass@/anything'));
  console.log(who('user:pass@/anything', { auth: 'basic' }), who('user:pass@/anything', { headers: { Authorization: 'own' } }));
  const digest = { auth: 'digest' };
  told('digest', http.get(`http://user:pass@${server}/digest?x=1&y=2`, digest));
  told('digest with a body', http.post(`http://user:pass@${server}/digest`, 'some', digest));
  told('a wrong password', http.get(`http://user:wrong@${server}/digest`, digest));
  told('nobody', http.get(`http://${server}/digest`));
  told('beside others', http.batch([['GET', `http://user:pass@${server}/digest`, null, digest]])[0]);
}
