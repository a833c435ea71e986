import { signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

const system = matchMedia('(prefers-color-scheme: dark)');

function stored(): Theme | null {
  const asked = new URLSearchParams(location.search).get('theme') ?? recall();
  return asked === 'light' || asked === 'dark' ? asked : null;
}

// A page opened from a file may be refused its storage: then the choice lasts as long as the page.
function recall(): string | null {
  try {
    return localStorage.getItem('spate-theme');
  } catch {
    return null;
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem('spate-theme', theme);
  } catch {
    // see recall
  }
}

/** The colours in use: those asked for, else the system's. */
export const theme = signal<Theme>(stored() ?? (system.matches ? 'dark' : 'light'));

document.documentElement.dataset['theme'] = theme.value;

system.addEventListener('change', (event) => {
  if (!stored()) apply(event.matches ? 'dark' : 'light');
});

function apply(next: Theme): void {
  document.documentElement.dataset['theme'] = next;
  theme.value = next;
}

export function toggleTheme(): void {
  const next = theme.value === 'dark' ? 'light' : 'dark';
  remember(next);
  apply(next);
}

/** The value of a colour of the style sheet. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
