import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { matching } from '../../rows';
import type { Asked } from '../asked';
import { session } from '../session';
import type { Plans } from '../types';

interface Props {
  plan: string | null;
  plans: Asked<Plans>;
  choose: (plan: string | null) => void;
  /** Whether nothing was chosen or typed yet, so that a plan may be chosen for somebody. */
  untouched: boolean;
  mistake?: string | undefined;
}

/** The plans and scripts of the folder, searched by any part of their names. */
export function PlanPicker({ plan, plans: { value, error }, choose, untouched, mistake }: Props) {
  const search = useSignal('');
  const name = useId();
  const plans = value?.plans ?? [];
  const first = value?.chosen ?? (plans.length === 1 ? plans[0]?.path : undefined);
  useEffect(() => {
    if (first && untouched) choose(first);
  }, [first]);
  const found = matching(plans, (it) => `${it.path} ${it.name} ${it.kind}`, search.value);
  return (
    <fieldset class={mistake ? 'field wrong' : 'field'}>
      <legend>What to run</legend>
      {plans.length > 6 && (
        <input type="search" class="plan-search" placeholder={`Search ${plans.length} plans and scripts`} aria-label="Search plans" value={search.value}
          onInput={(event) => (search.value = event.currentTarget.value)} />
      )}
      <div class="plans">
        <Choice name={name} chosen={plan === null} choose={() => choose(null)} title="Just an address" note="GET requests to one URL" kind="url" />
        {found.map((it) => (
          <Choice key={it.path} name={name} chosen={plan === it.path} choose={() => choose(it.path)} title={it.path}
            note={it.name && it.name !== it.path ? it.name : ''} kind={it.kind} />
        ))}
        {value && found.length === 0 && <p class="help">{search.value ? 'Nothing matches the search.' : 'There are no plans in this folder.'}</p>}
      </div>
      <p class={mistake ?? error ? 'mistake' : 'help'}>{mistake ?? error ?? (session.value?.folder ? `From the folder ${session.value.folder}.` : '')}</p>
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  chosen: boolean;
  choose: () => void;
  title: string;
  note: string;
  kind: string;
}

function Choice({ name, chosen, choose, title, note, kind }: ChoiceProps) {
  return (
    <label class={chosen ? 'plan chosen' : 'plan'}>
      <input type="radio" name={name} checked={chosen} onChange={choose} />
      <span class="plan-title">{title}</span>
      <span class="plan-note">{note}</span>
      <span class="kind">{kind}</span>
    </label>
  );
}
