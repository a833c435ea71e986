import type { Locust } from '../types';
import { TextField } from './Field';
import { form, set } from './state';

/** The fields of Locust's own start page. */
export function LocustFields({ mistakes, locust }: { mistakes: Record<string, string>; locust: Locust }) {
  const it = form.value;
  return (
    <>
      {locust.shape ? (
        <p class="note">The class <code>{locust.shape}</code> says how many users there are, and how fast they come.</p>
      ) : (
        <div class="row two">
          <TextField label="Number of users (peak concurrency)" mode="decimal" value={it.users} change={set('users')} mistake={mistakes['users']} />
          <TextField label="Spawn rate (users started/second)" mode="decimal" value={it.spawnRate} change={set('spawnRate')} mistake={mistakes['spawn_rate']} />
        </div>
      )}
      <TextField label="Host" mode="url" value={it.target} change={set('target')} mistake={mistakes['target']} placeholder={locust.host || 'as the locustfile says'} />
      {!locust.shape && (
        <TextField label="Run time" value={it.duration} change={set('duration')} mistake={mistakes['duration_ms']} placeholder="until it is stopped" help="Such as 20s, 3m or 1h30m." />
      )}
      {locust.class_picker && <Classes all={locust.user_classes} mistake={mistakes['user_classes']} />}
    </>
  );
}

/** Which of the locustfile's users take part; all of them to begin with. */
function Classes({ all, mistake }: { all: string[]; mistake: string | undefined }) {
  const picked = form.value.classes ?? all;
  const toggle = (name: string) => set('classes')(picked.includes(name) ? picked.filter((other) => other !== name) : all.filter((it) => it === name || picked.includes(it)));
  return (
    <fieldset class="field">
      <legend>User classes</legend>
      {all.map((name) => (
        <label class="check" key={name}>
          <input type="checkbox" checked={picked.includes(name)} onChange={() => toggle(name)} /> {name}
        </label>
      ))}
      {mistake && <p class="mistake">{mistake}</p>}
    </fieldset>
  );
}
