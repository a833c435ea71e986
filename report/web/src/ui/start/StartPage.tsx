import { type Signal, signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Choice, Segmented } from '../../components/Segmented';
import { post, Refusal } from '../api';
import { load } from '../live/store';
import { go } from '../router';
import { operator, session } from '../session';
import type { Checked } from '../types';
import { CurveEditor } from './CurveEditor';
import { Pairs, TextField } from './Field';
import { type Form, FRESH, orderOf, placed } from './form';
import { PlanPicker } from './PlanPicker';
import { type Check, Preview } from './Preview';

// What is typed outlives a look at another page.
const form = signal<Form>(FRESH);

/** Where a test is put together and started. */
export function StartPage() {
  const locust = session.value?.mode === 'locust';
  const checked = useCheck(locust);
  const sure = useSignal(false);
  const starting = useSignal(false);
  const refused = useSignal<Record<string, string>>({});
  const mistakes: Record<string, string> = { ...checked.value.mistakes, ...refused.value };
  const isPublic = checked.value.answer?.public_target ?? false;
  useEffect(() => {
    sure.value = false;
  }, [checked.value.answer?.target]);
  useEffect(() => {
    refused.value = {};
  }, [form.value]);

  const start = async () => {
    starting.value = true;
    try {
      const { order } = orderOf(form.value, locust);
      await post('/run', { ...order, ...(isPublic ? { confirm_public: true } : {}) });
      await load();
      go('/');
    } catch (e) {
      refused.value = e instanceof Refusal ? placed(e.mistakes, e.message) : { '': 'Spate cannot be reached.' };
    } finally {
      starting.value = false;
    }
  };
  if (!operator.value) return <p class="note">There is no test at the moment. You can look at <a href="/runs">earlier runs</a>.</p>;
  return (
    <form class="start" onSubmit={(event) => {
      event.preventDefault();
      void start();
    }}>
      <div class="start-form">
        <h1>New test</h1>
        {locust ? <LocustFields mistakes={mistakes} answer={checked.value.answer} /> : <Fields mistakes={mistakes} />}
      </div>
      <Preview check={checked.value} mistakes={mistakes} sure={sure} starting={starting.value} loaded={form.value.kind} />
    </form>
  );
}

const set = <K extends keyof Form>(field: K) => (value: Form[K]) => (form.value = { ...form.value, [field]: value });

/** Asks the server, a moment after the last key, what the test would do and what is wrong with it. */
function useCheck(locust: boolean): Signal<Check> {
  const check = useSignal<Check>({ answer: null, mistakes: {}, busy: true });
  useEffect(() => {
    const { order, mistakes } = orderOf(form.value, locust);
    if (Object.keys(mistakes).length > 0) {
      check.value = { answer: check.peek().answer, mistakes, busy: false };
      return undefined;
    }
    check.value = { ...check.peek(), busy: true };
    const stop = new AbortController();
    const timer = setTimeout(() => {
      post<Checked>('/plans/check', order, stop.signal)
        .then((answer) => (check.value = { answer, mistakes: {}, busy: false }))
        .catch((e: unknown) => {
          if (stop.signal.aborted) return;
          const wrong = e instanceof Refusal ? placed(e.mistakes, e.message) : { '': 'Spate cannot be reached.' };
          check.value = { answer: check.peek().answer, mistakes: wrong, busy: false };
        });
    }, 250);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [form.value, locust]);
  return check;
}

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

function Fields({ mistakes }: { mistakes: Record<string, string> }) {
  const it = form.value;
  const choosePlan = (plan: string | null) => {
    const kind = plan !== null && it.plan === null ? 'plan' : plan === null && it.kind === 'plan' ? 'users' : it.kind;
    form.value = { ...it, plan, kind };
  };
  return (
    <>
      <PlanPicker plan={it.plan} choose={choosePlan} untouched={it === FRESH} mistake={mistakes['plan']} />
      <TextField label="Target" mode="url" value={it.target} change={set('target')} mistake={mistakes['target']}
        placeholder={it.plan === null ? 'http://127.0.0.1:8000/' : 'as the plan says'} />
      <fieldset class="field">
        <legend>Load</legend>
        <Segmented label="Load" choices={it.plan === null ? KINDS.slice(1) : KINDS} chosen={chosen('kind')} />
        <LoadFields mistakes={mistakes} />
      </fieldset>
      <More mistakes={mistakes} />
    </>
  );
}

function LoadFields({ mistakes }: { mistakes: Record<string, string> }) {
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
      <div class="curve-head">
        <Segmented label="What the line says" choices={UNITS} chosen={chosen('unit')} />
      </div>
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

/** The fields of Locust's own start page. */
function LocustFields({ mistakes, answer }: { mistakes: Record<string, string>; answer: Checked | null }) {
  const it = form.value;
  const classes = answer?.scenarios.map((scenario) => scenario.name) ?? [];
  const picked = it.classes ?? classes;
  const toggle = (name: string) => set('classes')(picked.includes(name) ? picked.filter((other) => other !== name) : [...picked, name]);
  return (
    <>
      <div class="row two">
        <TextField label="Number of users (peak concurrency)" mode="decimal" value={it.users} change={set('users')} mistake={mistakes['users']} />
        <TextField label="Spawn rate (users started/second)" mode="decimal" value={it.spawnRate} change={set('spawnRate')} mistake={mistakes['spawn_rate']} />
      </div>
      <TextField label="Host" mode="url" value={it.target} change={set('target')} mistake={mistakes['target']} placeholder={answer?.target || 'http://127.0.0.1:8000'} />
      <TextField label="Run time" value={it.duration} change={set('duration')} mistake={mistakes['duration_ms']} placeholder="until it is stopped" help="Such as 20s, 3m or 1h30m." />
      {classes.length > 1 && (
        <fieldset class="field">
          <legend>User classes</legend>
          {classes.map((name) => (
            <label class="check" key={name}>
              <input type="checkbox" checked={picked.includes(name)} onChange={() => toggle(name)} /> {name}
            </label>
          ))}
          <p class="mistake">{mistakes['user_classes']}</p>
        </fieldset>
      )}
    </>
  );
}
