import type { Signal } from '@preact/signals';
import { Hint } from './Hint';

export interface Choice<T extends string> {
  value: T;
  label: string;
  hint: string;
}

interface Props<T extends string> {
  label: string;
  choices: Choice<T>[];
  chosen: Signal<T>;
}

/** A choice of a few, all in view. */
export function Segmented<T extends string>({ label, choices, chosen }: Props<T>) {
  return (
    <div class="segmented" role="group" aria-label={label}>
      {choices.map((choice) => (
        <Hint text={choice.hint} key={choice.value} bare>
          <button
            type="button"
            aria-pressed={chosen.value === choice.value}
            onClick={() => (chosen.value = choice.value)}
          >
            {choice.label}
          </button>
        </Hint>
      ))}
    </div>
  );
}
