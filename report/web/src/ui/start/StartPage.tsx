import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { post, Refusal } from '../api';
import { useAsked } from '../asked';
import { load } from '../live/store';
import { go } from '../router';
import { operator, session } from '../session';
import type { Checked, Locust, Plans } from '../types';
import { Fields } from './Fields';
import { FRESH, formOf, orderOf, placed } from './form';
import { LocustFields } from './LocustFields';
import { type Check, Preview } from './Preview';
import { form } from './state';

/** Where a test is put together and started. */
export function StartPage() {
  const plans = useAsked<Plans>('/plans').value;
  const locust = plans.value?.locust ?? null;
  // In Locust's mode there is nothing to check before it is known what its command line said.
  const checked = useCheck(locust, session.value?.mode !== 'locust' || locust !== null);
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
  useEffect(() => {
    if (locust && form.peek() === FRESH) form.value = formOf(locust);
  }, [locust]);

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
        {locust ? <LocustFields mistakes={mistakes} locust={locust} /> : session.value?.mode !== 'locust' && <Fields mistakes={mistakes} plans={plans} />}
      </div>
      <Preview check={checked.value} mistakes={mistakes} sure={sure} starting={starting.value} loaded={form.value.kind} />
    </form>
  );
}

/** Asks the server, a moment after the last key, what the test would do and what is wrong with it. */
function useCheck(locust: Locust | null, known: boolean): Signal<Check> {
  const check = useSignal<Check>({ answer: null, mistakes: {}, busy: true });
  useEffect(() => {
    if (!known) return undefined;
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
  }, [form.value, locust, known]);
  return check;
}
