// differs: http_req_failed - without a callback k6 leaves responses out of it
// differs: http_reqs - k6 has error codes of expected statuses too, and no expected_response without a callback
// Which responses count as failed.
import http from 'k6/http';

export const options = { iterations: 1, thresholds: { 'http_req_failed{expected_response:true}': ['rate==0'], 'http_reqs{expected_response:false}': ['count==3'] } };

export default function () {
  const at = (status) => `${__ENV.ECHO}/status/${status}`;
  http.get(at(200));
  http.get(at(399));
  http.get(at(404));
  http.get(at(404), { responseCallback: http.expectedStatuses(404) });
  http.get(at(200), { responseCallback: http.expectedStatuses(404, { min: 500, max: 510 }) });
  http.get(at(505), { responseCallback: http.expectedStatuses(404, { min: 500, max: 510 }) });
  http.get(at(404), { responseCallback: null });
  http.setResponseCallback(http.expectedStatuses({ min: 400, max: 499 }));
  http.get(at(404));
  http.get(at(200));
  http.setResponseCallback(null);
  http.get(at(500));
  for (const wrong of [() => http.expectedStatuses(), () => http.expectedStatuses('200'), () => http.expectedStatuses({ min: 1 }), () => http.expectedStatuses(200.5), () => http.get(at(200), { responseCallback: 'text' }), () => http.setResponseCallback('text')]) {
    try {
      wrong();
      console.log('went well');
    } catch (error) {
      console.log('threw');
    }
  }
}
