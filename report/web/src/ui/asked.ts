import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { get } from './api';

export interface Asked<T> {
  value: T | null;
  error: string | null;
}

/**
 * What the server answers to a path, asked again whenever `again` changes. One question is on its way at a time, the old
 * answer stays until the next one has come, and an answer to an older path is not shown.
 */
export function useAsked<T>(path: string | null, again: unknown = 0): Signal<Asked<T>> {
  const asked = useSignal<Asked<T>>({ value: null, error: null });
  const busy = useRef<{ path: string; stop: AbortController; once: boolean } | null>(null);
  useEffect(() => {
    if (path === null) return;
    if (busy.current?.path === path) {
      busy.current.once = true;
      return;
    }
    busy.current?.stop.abort();
    const ask = () => {
      const mine = { path, stop: new AbortController(), once: false };
      busy.current = mine;
      get<T>(path, mine.stop.signal)
        .then((value) => {
          if (busy.current === mine) asked.value = { value, error: null };
        })
        .catch((e: Error) => {
          if (busy.current === mine) asked.value = { value: asked.peek().value, error: e.message };
        })
        .finally(() => {
          if (busy.current !== mine) return;
          busy.current = null;
          if (mine.once) ask();
        });
    };
    ask();
  }, [path, again]);
  useEffect(() => () => busy.current?.stop.abort(), []);
  return asked;
}
