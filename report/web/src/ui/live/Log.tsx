import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { clock, counted } from '../../format';
import { matching } from '../../rows';
import type { LogLine } from '../types';
import { LINES } from './fold';
import { log } from './store';

/** What the run and its script say. Follows the end until somebody scrolls up. */
export function Log() {
  const search = useSignal('');
  const following = useSignal(true);
  const box = useRef<HTMLDivElement>(null);
  const lines = matching(log.value, (it) => `${it.level} ${it.text}`, search.value);
  useLayoutEffect(() => {
    if (box.current && following.value) box.current.scrollTop = box.current.scrollHeight;
  }, [lines.length, log.value, following.value]);
  const scrolled = () => {
    const { current } = box;
    if (current) following.value = current.scrollHeight - current.scrollTop - current.clientHeight < 24;
  };
  return (
    <>
      <div class="table-tools">
        <div class="search">
          <input type="search" placeholder="Search the log" aria-label="Search the log" value={search.value}
            onInput={(event) => (search.value = event.currentTarget.value)} />
          <span>{search.value ? `${lines.length} of ${log.value.length}` : counted(lines.length, 'line')}{log.value.length >= LINES && ', the last ones'}</span>
        </div>
        <button type="button" class="button" aria-pressed={following.value} onClick={() => (following.value = !following.value)}>Follow</button>
      </div>
      <div class="log" ref={box} tabIndex={0} role="log" aria-live="off" aria-label="Log" onScroll={scrolled}>
        {lines.length === 0 ? <p class="note">{search.value ? 'Nothing matches the search.' : 'Nothing was said yet.'}</p> : lines.map((it, index) => (
          <div key={index} class={`line ${it.level.toLowerCase()}`}>
            <span class="at">{at(it)}</span> <span class="level">{it.level}</span> <span class="said">{it.text}</span>
          </div>
        ))}
      </div>
    </>
  );
}

function at({ at: when }: LogLine): string {
  return typeof when === 'number' && when < 1e11 ? clock(when / 1000) : new Date(when).toLocaleTimeString('en-GB');
}
