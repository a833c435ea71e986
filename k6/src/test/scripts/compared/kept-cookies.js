// flags: -i 2
// env: K6_NO_COOKIES_RESET=true
import http from 'k6/http';

export default function () {
  console.log(JSON.stringify(http.get(`${__ENV.ECHO}/cookies`).json()));
  http.get(`${__ENV.ECHO}/cookies/set?a=${__ITER}`);
}
