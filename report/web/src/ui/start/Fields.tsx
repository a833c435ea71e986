import type { Signal } from '@preact/signals';
import { type Choice, Segmented } from '../../components/Segmented';
import type { Asked } from '../asked';
import type { Plans } from '../types';
import { CurveEditor } from './CurveEditor';
import { Pairs, TextField } from './Field';
import { type Form, FRESH } from './form';
import { PlanPicker } from './PlanPicker';
import { form, set } from './state';

const KINDS: Choice<Form['kind']>[] = [
  { value: 'plan', label: 'As planned', hint: 'The workload that the plan or script describes.' },
  { value: 'users', label: 'Users', hint: 'So many virtual users, who wait for their responses.' },
  { value: 'rate', label: 'Rate', hint: 'So many iterations each second, whatever the target does.' },
  { value: 'curve', label: 'Curve', hint: 'A load that you draw.' },
];

const UNITS: Choice<'users' | 'rate'>[] = [
  { value: 'users', label: 'Users', hint: 'The line says how many virtual users run.' },
  { value: 'rate', label: 'Iterations/s', hint: 'The line says how many iterations start each second.' },
];

/** A signal of one field, for what chooses among a few. */
function chosen<K extends 'kind' | 'unit'>(field: K): Signal<Form[K]> {
  return {
    get value() {
      return form.value[field];
    },
    set value(it: Form[K]) {
      set(field)(it);
    },
  } as Signal<Form[K]>;
}

/** The loads that a kind of test can be given: scripts of other tools count users, and an address alone has no plan. */
function kindsOf(plan: string | undefined): Choice<Form['kind']>[] {
  const possible: Record<string, Form['kind'][]> = { k6: ['plan', 'users', 'curve'], locust: ['plan', 'users'] };
  const kinds = plan === undefined ? ['users', 'rate', 'curve'] : possible[plan];
  return kinds ? KINDS.filter((it) => kinds.includes(it.value)) : KINDS;
}

/** What to run, and how much of it. */
export function Fields({ mistakes, plans }: { mistakes: Record<string, string>; plans: Asked<Plans> }) {
  const it = form.value;
  const kindOf = (plan: string | null) => plans.value?.plans.find((one) => one.path === plan)?.kind ?? (plan === null ? undefined : 'yaml');
  const choosePlan = (plan: string | null) => {
    const possible = kindsOf(kindOf(plan)).map((one) => one.value);
    const kind = plan !== null && (it.plan === null || !possible.includes(it.kind)) ? 'plan' : plan === null && it.kind === 'plan' ? 'users' : it.kind;
    form.value = { ...it, plan, kind, unit: kindOf(plan) === 'k6' ? 'users' : it.unit };
  };
  return (
    <>
      <PlanPicker plan={it.plan} plans={plans} choose={choosePlan} untouched={it === FRESH} mistake={mistakes['plan']} />
      <TextField label="Target" mode="url" value={it.target} change={set('target')} mistake={mistakes['target']}
        placeholder={it.plan === null ? 'http://127.0.0.1:8000/' : 'as the plan says'} />
      <fieldset class="field">
        <legend>Load</legend>
        <Segmented label="Load" choices={kindsOf(kindOf(it.plan))} chosen={chosen('kind')} />
        <LoadFields mistakes={mistakes} ofRates={kindOf(it.plan) !== 'k6'} />
      </fieldset>
      <More mistakes={mistakes} />
    </>
  );
}

function LoadFields({ mistakes, ofRates }: { mistakes: Record<string, string>; ofRates: boolean }) {
  const it = form.value;
  const duration = <TextField label="For" value={it.duration} change={set('duration')} mistake={mistakes['duration_ms']} placeholder="5m" />;
  if (it.kind === 'users') {
    return (
      <div class="row">
        <TextField label="Users" mode="decimal" value={it.users} change={set('users')} mistake={mistakes['users']} />
        <TextField label="Started at" mode="decimal" unit="per second" value={it.spawnRate} change={set('spawnRate')} mistake={mistakes['spawn_rate']} />
        {duration}
      </div>
    );
  }
  if (it.kind === 'rate') {
    return (
      <div class="row">
        <TextField label="Iterations" mode="decimal" unit="per second" value={it.rate} change={set('rate')} mistake={mistakes['rate']} />
        <TextField label="With at most" mode="decimal" unit="users" value={it.maxUsers} change={set('maxUsers')} mistake={mistakes['max_users']} />
        {duration}
      </div>
    );
  }
  if (it.kind !== 'curve') return null;
  return (
    <>
      {ofRates && (
        <div class="curve-head">
          <Segmented label="What the line says" choices={UNITS} chosen={chosen('unit')} />
        </div>
      )}
      <CurveEditor points={it.points} unit={it.unit} change={set('points')} />
      {mistakes['points'] && <p class="mistake" role="alert">{mistakes['points']}</p>}
    </>
  );
}

function More({ mistakes }: { mistakes: Record<string, string> }) {
  const it = form.value;
  const wrong = Boolean(mistakes['environment'] ?? mistakes['tags'] ?? mistakes['variables']);
  return (
    <details class="more" open={wrong || undefined}>
      <summary>Environment, tags, variables</summary>
      <TextField label="Environment" value={it.environment} change={set('environment')} mistake={mistakes['environment']} placeholder="staging"
        help="Where the target runs. Runs are found and compared by it." />
      <Pairs title="Tags" one="tag" pairs={it.tags} change={set('tags')} mistake={mistakes['tags']} help="Kept with the run and all that is sent elsewhere." />
      <Pairs title="Variables" one="variable" pairs={it.variables} change={set('variables')} mistake={mistakes['variables']}
        help="What the plan or script reads, as with --env." />
    </details>
  );
}
