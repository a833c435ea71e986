/** Addresses of the page and what they mean, apart from the browser. */

export type Place =
  | { page: 'test'; fresh: boolean }
  | { page: 'runs' }
  | { page: 'run'; id: string }
  | { page: 'compare'; ids: string[] }
  | { page: 'trends'; plan: string }
  | { page: 'login' }
  | { page: 'nowhere' };

/** Which page an address means. */
export function placeOf(pathname: string, search: string): Place {
  const query = new URLSearchParams(search);
  const parts = pathname.split('/').filter(Boolean);
  const [first, second] = parts;
  if (first === undefined) return { page: 'test', fresh: query.has('new') };
  if (parts.length === 2 && first === 'runs' && second !== undefined) return { page: 'run', id: decoded(second) };
  if (parts.length > 1) return { page: 'nowhere' };
  if (first === 'runs') return { page: 'runs' };
  if (first === 'compare') return { page: 'compare', ids: [...query.values()].filter(Boolean) };
  if (first === 'trends') return { page: 'trends', plan: query.get('plan') ?? '' };
  return first === 'login' ? { page: 'login' } : { page: 'nowhere' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function runPath(id: string): string {
  return `/runs/${encodeURIComponent(id)}`;
}

/** The address that compares runs; the first is what the others are held against. */
export function comparePath(ids: readonly string[]): string {
  return `/compare?${ids.map((id, at) => `${String.fromCharCode(97 + at)}=${encodeURIComponent(id)}`).join('&')}`;
}
