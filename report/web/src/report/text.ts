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

const OUTCOMES: Record<string, string> = { met: '✓ met', warned: '! warning', crossed: '✗ crossed' };

/** What a threshold came to, as a mark and a word. */
export function outcome(of: string): string {
  return OUTCOMES[of] ?? '';
}

const KINDS: Record<string, string> = {
  dns: 'Name not found',
  not_allowed: 'Target not allowed',
  refused: 'Connection refused',
  connect_timeout: 'No connection in time',
  connect: 'No connection',
  reset: 'Connection reset',
  tls: 'TLS',
  first_byte_timeout: 'No first byte in time',
  timeout: 'No response in time',
  closed: 'Closed before the response',
  protocol: 'Not HTTP',
  body_too_large: 'Body too large',
  status: 'Status',
  check: 'Check',
  other: 'Other',
};

/** A kind of failure in words. */
export function failureKind(kind: string): string {
  return KINDS[kind] ?? kind.replaceAll('_', ' ');
}
