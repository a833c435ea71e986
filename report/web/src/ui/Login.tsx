import { useSignal } from '@preact/signals';
import { post, Refusal, refreshSession } from './api';
import { focused } from './Asking';
import { go, place } from './router';
import { mustLogIn } from './session';

export function Login() {
  const wrong = useSignal<string | null>(null);
  const busy = useSignal(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    busy.value = true;
    wrong.value = null;
    try {
      await post('/login', { password: String(new FormData(form).get('password') ?? '') });
      await refreshSession();
      if (place.value.page === 'login') go('/', true);
    } catch (e) {
      wrong.value = reason(e);
      form.querySelector<HTMLInputElement>('#password')?.select();
    } finally {
      busy.value = false;
    }
  };
  if (!mustLogIn.value) return <p class="note">You are logged in.</p>;
  return (
    <form class="login" onSubmit={(event) => void submit(event)}>
      <h1>Log in</h1>
      <p class="note">This Spate asks for a password before it shows or starts anything.</p>
      <input type="text" name="username" autocomplete="username" value="spate" readOnly hidden />
      <div class="field">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required ref={focused}
          aria-invalid={wrong.value !== null} aria-describedby={wrong.value ? 'password-wrong' : undefined} />
        <p class="mistake" id="password-wrong" role="alert">{wrong.value}</p>
      </div>
      <button type="submit" class="button primary" disabled={busy.value}>Log in</button>
    </form>
  );
}

function reason(e: unknown): string {
  if (!(e instanceof Refusal)) return 'Spate cannot be reached.';
  if (e.status === 401) return 'This password is wrong.';
  if (e.status === 429) return `Too many attempts. Try again ${e.retryAfter ? `in ${e.retryAfter} s` : 'later'}.`;
  return e.message;
}
