// flags: --throw
import http from 'k6/http';
import { Trend } from 'k6/metrics';

const trend = new Trend('trend');

export const options = { iterations: 4 };

export default function () {
  switch (__ITER) {
    case 0:
      http.get('http://127.0.0.1:1/');
      break;
    case 1:
      trend.add('abc');
      break;
    case 2:
      http.batch(['http://127.0.0.1:1/']);
      break;
    default:
      http.get('nothing');
  }
  console.log(__ITER, 'went on');
}
