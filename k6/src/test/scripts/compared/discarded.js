// flags: --discard-response-bodies
import http from 'k6/http';

export const options = { iterations: 1 };

export default function () {
  console.log(http.get(`${__ENV.ECHO}/anything`).body, typeof http.get(`${__ENV.ECHO}/anything`, { responseType: 'text' }).body);
  console.log(http.get(`${__ENV.ECHO}/anything`).headers['Content-Type'], http.get(`${__ENV.ECHO}/bytes/100`).status);
  console.log(http.batch([`${__ENV.ECHO}/anything`])[0].body);
}
