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
        <div class="section-title">
          <h2 id={`${id}-title`}>{title}</h2>
          {hint && (
            <Hint text={hint} bare>
              <button type="button" class="about" aria-label={`What is this? ${hint}`}>
                ?
              </button>
            </Hint>
          )}
        </div>
        {tools && <div class="section-tools">{tools}</div>}
      </div>
      {children}
    </section>
  );
}
