import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Pair } from './form';

interface Props {
  label: string;
  /** What is wrong with it. */
  mistake?: string | undefined;
  help?: string;
  /** Makes the input, with what ties it to its label and its mistake. */
  children: (ties: Ties) => ComponentChildren;
}

export interface Ties {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

/** A label, what is typed, and below it what is wrong. */
export function Field({ label, mistake, help, children }: Props) {
  const id = useId();
  const below = mistake ?? help;
  return (
    <div class={mistake ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': mistake !== undefined, 'aria-describedby': below ? `${id}-below` : undefined })}
      {below && <p class={mistake ? 'mistake' : 'help'} id={`${id}-below`}>{below}</p>}
    </div>
  );
}

interface TextProps {
  label: string;
  value: string;
  change: (value: string) => void;
  mistake?: string | undefined;
  help?: string;
  placeholder?: string;
  mode?: 'decimal' | 'url' | 'text';
  unit?: string;
}

export function TextField({ label, value, change, placeholder, mode = 'text', unit, ...rest }: TextProps) {
  return (
    <Field label={label} {...rest}>
      {(ties) => (
        <span class={unit ? 'with-unit' : undefined}>
          <input {...ties} type="text" inputMode={mode} value={value} placeholder={placeholder} autocomplete="off" spellcheck={false}
            onInput={(event) => change(event.currentTarget.value)} />
          {unit && <span class="unit" aria-hidden="true">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

interface PairsProps {
  title: string;
  one: string;
  pairs: Pair[];
  change: (pairs: Pair[]) => void;
  mistake?: string | undefined;
  help: string;
}

/** Names with values: tags, variables. */
export function Pairs({ title, one, pairs, change, mistake, help }: PairsProps) {
  const put = (at: number, pair: Pair) => change(pairs.map((it, index) => (index === at ? pair : it)));
  return (
    <fieldset class={mistake ? 'field pairs wrong' : 'field pairs'}>
      <legend>{title}</legend>
      {pairs.map((it, at) => (
        <div class="pair-row" key={at}>
          <input value={it.name} placeholder="name" aria-label={`Name of ${one} ${at + 1}`} autocomplete="off" spellcheck={false}
            onInput={(event) => put(at, { ...it, name: event.currentTarget.value })} />
          <input value={it.value} placeholder="value" aria-label={`Value of ${one} ${at + 1}`} autocomplete="off" spellcheck={false}
            onInput={(event) => put(at, { ...it, value: event.currentTarget.value })} />
          <button type="button" class="plain" aria-label={`Remove ${one} ${at + 1}`} onClick={() => change(pairs.filter((_, index) => index !== at))}>×</button>
        </div>
      ))}
      <button type="button" class="plain add" onClick={() => change([...pairs, { name: '', value: '' }])}>+ Add a {one}</button>
      <p class={mistake ? 'mistake' : 'help'}>{mistake ?? help}</p>
    </fieldset>
  );
}
