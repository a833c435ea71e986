/** What the figures mean, in plain words, said in one place. */
export const SERVICE_TIME =
  'Service time: from when a request was sent to the last byte of its response. Waiting before the request could be sent is not in it.';
export const RESPONSE_TIME =
  'Response time: from when a request was due to the last byte of its response. When the target stalls, the requests that had to wait count in full (free of coordinated omission).';
export const P50 = 'Half of the requests took at most this long (the median).';
export const P95 = '95 of 100 requests took at most this long; 5 took longer.';
export const P99 = '99 of 100 requests took at most this long; 1 took longer.';
export const FAILURE =
  'A request fails when it gets no response (refused, reset, timed out) or one with a status that was not expected.';
