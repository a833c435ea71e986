import type { ComponentChildren } from 'preact';
import { theme, toggleTheme } from '../theme';

/** The name at the top of every page, what leads elsewhere, and the switch of colours. */
export function Masthead({ home, children }: { home?: ComponentChildren; children?: ComponentChildren }) {
  const other = theme.value === 'dark' ? 'Light' : 'Dark';
  return (
    <div class="masthead">
      {home ?? <span class="brand"><Brand /></span>}
      {children}
      <button type="button" class="theme" onClick={toggleTheme} aria-label={`${other} colours`}>
        {other}
      </button>
    </div>
  );
}

export function Brand() {
  return (
    <>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1 12c3 0 3-8 6-8s3 8 8 8" />
      </svg>
      Spate
    </>
  );
}
