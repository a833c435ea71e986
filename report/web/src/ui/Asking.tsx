import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

interface Question {
  title: string;
  text: string;
  /** What the button says that does it. */
  yes: string;
  /** Whether it cannot be undone. */
  danger?: boolean;
  answer: (yes: boolean) => void;
}

const question = signal<Question | null>(null);
const notice = signal<{ text: string; bad: boolean } | null>(null);

/** Asks before something that hurts; false where the answer is no, or another question was open. */
export function confirmed(of: Omit<Question, 'answer'>): Promise<boolean> {
  if (question.peek()) return Promise.resolve(false);
  return new Promise((resolve) => {
    question.value = {
      ...of,
      answer: (yes) => {
        question.value = null;
        resolve(yes);
      },
    };
  });
}

/** Says what became of something that was asked for. */
export function tell(text: string, bad = false): void {
  notice.value = { text, bad };
}

/** Does something and says so where it could not be done. */
export async function attempt(what: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await what();
    if (done) tell(done);
    return true;
  } catch (e) {
    tell(e instanceof TypeError ? 'Spate cannot be reached.' : (e as Error).message, true);
    return false;
  }
}

/** Takes the focus where it appears: the attribute for that is ignored where something else has it. */
export function focused(element: HTMLElement | null): void {
  element?.focus();
}

/** Where questions and notices appear; once on the page. */
export function Asking() {
  return (
    <>
      {question.value && <Dialog {...question.value} />}
      <Notice />
    </>
  );
}

function Dialog({ title, text, yes, danger, answer }: Question) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    cancel.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="question" aria-describedby="question-text"
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}>
      <h2 id="question">{title}</h2>
      <p id="question-text">{text}</p>
      <div class="buttons">
        <button type="button" class="button" ref={cancel} onClick={() => answer(false)}>Cancel</button>
        <button type="button" class={danger ? 'button danger' : 'button primary'} onClick={() => answer(true)}>{yes}</button>
      </div>
    </dialog>
  );
}

function Notice() {
  const current = notice.value;
  useEffect(() => {
    if (!current || current.bad) return undefined;
    const timer = setTimeout(() => (notice.value = null), 4000);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div class="notices" role={current?.bad ? 'alert' : 'status'}>
      {current && (
        <div class={current.bad ? 'notice bad' : 'notice'}>
          <span>{current.text}</span>
          <button type="button" aria-label="Dismiss" onClick={() => (notice.value = null)}>×</button>
        </div>
      )}
    </div>
  );
}
