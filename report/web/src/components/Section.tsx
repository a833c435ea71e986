import type { ComponentChildren } from 'preact';
import { Hint } from './Hint';

interface Props {
  id: string;
  title: string;
  /** What the section shows, in plain words. */
  hint?: string;
  /** What stands at the right of the title. */
  tools?: ComponentChildren;
  children: ComponentChildren;
}

export function Section({ id, title, hint, tools, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <div class="section-head">
        <h2 id={`${id}-title`}>{hint ? <Hint text={hint}>{title}</Hint> : title}</h2>
        {tools && <div class="section-tools">{tools}</div>}
      </div>
      {children}
    </section>
  );
}
