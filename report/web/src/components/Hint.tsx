import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

interface Props {
  /** What the word means, in plain words. */
  text: string;
  children: ComponentChildren;
  /** Whether what is explained is a control of its own, which takes the focus itself. */
  bare?: boolean;
}

/** A word that explains itself when it is pointed at, tapped or reached by keyboard. */
export function Hint({ text, children, bare = false }: Props) {
  const id = useId();
  const tip = useRef<HTMLSpanElement>(null);

  return (
    <span class="hint" onMouseEnter={() => fit(tip.current)} onFocusCapture={() => fit(tip.current)}>
      {bare ? (
        children
      ) : (
        <span class="hint-word" tabIndex={0} aria-describedby={id}>
          {children}
        </span>
      )}
      <span class="hint-tip" role="tooltip" id={id} ref={tip}>
        {text}
      </span>
    </span>
  );
}

/** Moves a tip sideways so that it lies within the page. */
export function fit(tip: HTMLElement | null): void {
  if (!tip) return;
  tip.style.setProperty('--shift', '0px');
  tip.style.display = 'block';
  const box = tip.getBoundingClientRect();
  tip.style.display = '';
  const over = box.right - (document.documentElement.clientWidth - 8);
  if (over > 0) tip.style.setProperty('--shift', `${-Math.min(over, box.left - 8)}px`);
}
