import { Hint } from './Hint';

interface Props {
  label: string;
  hint: string;
  value: string;
  unit?: string;
  /** A second figure, smaller. */
  note?: string;
  bad?: boolean;
}

/** One figure that matters. */
export function Tile({ label, hint, value, unit, note, bad = false }: Props) {
  return (
    <div class={bad ? 'tile bad' : 'tile'}>
      <dt>
        <Hint text={hint}>{label}</Hint>
      </dt>
      <dd>
        <span class="tile-value">{value}</span>
        {unit && <span class="tile-unit"> {unit}</span>}
        <span class="tile-note">{note ?? '\u00a0'}</span>
      </dd>
    </div>
  );
}
