import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type Place, placeOf } from './routes';

const here = () => placeOf(location.pathname, location.search);

/** The page that is shown. */
export const place = signal<Place>(here());

addEventListener('popstate', () => (place.value = here()));

export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  place.value = here();
  if (!replace) scrollTo(0, 0);
}

interface LinkProps {
  to: string;
  class?: string;
  current?: boolean;
  label?: string;
  children: ComponentChildren;
}

/** A link within the page that a browser can also open elsewhere. */
export function Link({ to, class: name, current = false, label, children }: LinkProps) {
  return (
    <a
      href={to}
      class={name}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
