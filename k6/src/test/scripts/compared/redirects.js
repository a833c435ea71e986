// flags: --max-redirects 2
import http from 'k6/http';

export const options = { iterations: 1 };

export default function () {
  const told = (what, it) => console.log(what, it.status, it.url.replace(__ENV.ECHO, ''), it.request.url.replace(__ENV.ECHO, ''), it.request.method, it.error_code);
  told('over', http.get(`${__ENV.ECHO}/redirect/3`));
  told('within', http.get(`${__ENV.ECHO}/redirect/2`));
  told('more', http.get(`${__ENV.ECHO}/redirect/3`, { redirects: 5 }));
  told('none', http.get(`${__ENV.ECHO}/redirect/1`, { redirects: 0 }));
  told('post', http.post(`${__ENV.ECHO}/redirect/1`, 'body'));
  told('put', http.put(`${__ENV.ECHO}/redirect/1`, 'body'));
  told('delete', http.del(`${__ENV.ECHO}/redirect/1`));
  told('head', http.head(`${__ENV.ECHO}/redirect/1`));
}
