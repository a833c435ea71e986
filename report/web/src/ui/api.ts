import { session } from './session';
import type { Mistake, Session } from './types';

/** What the server refused, with each mistake and where it stands. */
export class Refusal extends Error {
  readonly status: number;
  readonly mistakes: Mistake[];
  readonly retryAfter: number | null;

  constructor(status: number, mistakes: Mistake[], message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.mistakes = mistakes;
    this.retryAfter = retryAfter;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The refusal in an answer, whatever the answer looks like. */
export function refusal(status: number, text: string, retryAfter: string | null = null): Refusal {
  const wait = retryAfter === null ? null : Number(retryAfter);
  try {
    const { error } = JSON.parse(text) as { error: Mistake & { mistakes?: Mistake[] | null } };
    const mistakes = error.mistakes ?? (error.field ? [error] : []);
    return new Refusal(status, mistakes, error.message, wait);
  } catch {
    return new Refusal(status, [], `The server answered ${status}.`, wait);
  }
}

async function send(method: Method, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET') headers['X-Spate-CSRF'] = session.peek()?.csrf ?? '';
  return fetch(`/api/v1${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
}

async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let answer = await send(method, path, body, signal);
  if (answer.status === 403 && method !== 'GET') {
    // After a restart of the server the token is another one.
    const before = session.peek()?.csrf;
    await refreshSession();
    if (session.peek()?.csrf !== before) answer = await send(method, path, body, signal);
  }
  const text = await answer.text();
  if (!answer.ok) {
    if (answer.status === 401 && path !== '/login') void refreshSession();
    throw refusal(answer.status, text, answer.headers.get('Retry-After'));
  }
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, undefined, signal);
export const post = <T = void>(path: string, body?: unknown, signal?: AbortSignal) => call<T>('POST', path, body, signal);
export const put = <T = void>(path: string, body?: unknown) => call<T>('PUT', path, body);
export const remove = <T = void>(path: string) => call<T>('DELETE', path);

/** Asks who we are; leaves what was known where the server cannot be reached. */
export async function refreshSession(): Promise<void> {
  try {
    session.value = await get<Session>('/session');
  } catch (e) {
    if (session.peek() === undefined) throw e;
  }
}

/** A query of those values that are not empty. */
export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== '' && value !== null && value !== undefined) params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}
