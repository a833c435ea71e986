import { useEffect } from 'preact/hooks';
import { Brand, Masthead } from '../components/Masthead';
import { post, refreshSession } from './api';
import { Asking, attempt } from './Asking';
import { LivePage } from './live/LivePage';
import { stateWord } from './live/words';
import { connection, follow, going, run } from './live/store';
import { Login } from './Login';
import { go, Link, place } from './router';
import type { Place } from './routes';
import { ComparePage } from './runs/ComparePage';
import { RunPage } from './runs/RunPage';
import { RunsPage } from './runs/RunsPage';
import { TrendsPage } from './runs/TrendsPage';
import { mustLogIn, session } from './session';
import { StartPage } from './start/StartPage';
import { useTitle } from './title';

export function App() {
  const known = session.value !== undefined && !mustLogIn.value;
  useEffect(() => {
    const ask = () => refreshSession().catch(() => (connection.value = 'lost'));
    void ask();
    const again = setInterval(() => session.peek() === undefined && ask(), 2000);
    return () => clearInterval(again);
  }, []);
  useEffect(() => (known ? follow() : undefined), [known]);
  useTitle();

  const here = place.value;
  return (
    <>
      <a class="skip" href="#content">Skip to the content</a>
      <header>
        <Masthead home={<Link to="/" class="brand" label="Spate, the test"><Brand /></Link>}>{known && <Navigation here={here} />}</Masthead>
      </header>
      <Lost />
      <main id="content" tabIndex={-1}>{session.value === undefined ? <Waiting /> : mustLogIn.value ? <Login /> : <Page here={here} />}</main>
      <Asking />
    </>
  );
}

function Page({ here }: { here: Place }) {
  switch (here.page) {
    case 'test':
      if (run.value === undefined) return <Waiting />;
      return run.value && !(here.fresh && !going.value) ? <LivePage run={run.value} /> : <Start />;
    case 'runs':
      return <RunsPage />;
    case 'run':
      return <RunPage id={here.id} key={here.id} />;
    case 'compare':
      return <ComparePage ids={here.ids} />;
    case 'trends':
      return <TrendsPage plan={here.plan} />;
    case 'login':
      return <Login />;
    case 'nowhere':
      return <p class="note">There is no such page. <Link to="/">Back to the test</Link></p>;
  }
}

function Start() {
  if (session.value?.mode === 'run') return <p class="note" role="status">The test has not begun yet.</p>;
  return <StartPage />;
}

function Waiting() {
  return <p class="note waiting" role="status">{connection.value === 'lost' ? 'Spate cannot be reached.' : 'One moment…'}</p>;
}

function Navigation({ here }: { here: Place }) {
  const { login_required: login, role } = session.value ?? {};
  const past = here.page === 'runs' || here.page === 'run' || here.page === 'compare';
  return (
    <nav aria-label="Pages">
      <Link to="/" current={here.page === 'test'}>
        Test
        {going.value && run.value && <i class={`dot ${run.value.state}`} role="img" aria-label={stateWord(run.value)} />}
      </Link>
      <Link to="/runs" current={past}>Runs</Link>
      <Link to="/trends" current={here.page === 'trends'}>Trends</Link>
      {role === 'viewer' && <span class="role" title="This password shows, and changes nothing.">Viewer</span>}
      {login && (
        <button type="button" class="plain" onClick={() => void attempt(async () => {
          await post('/logout');
          await refreshSession();
          go('/login');
        })}>
          Log out
        </button>
      )}
    </nav>
  );
}

/** Above everything while what is shown may be old. */
function Lost() {
  const lost = connection.value === 'lost' && session.value !== undefined;
  return (
    <div role="alert">
      {lost && (
        <div class="lost">
          <strong>The connection to Spate is lost.</strong> What you see is from before. The test goes on; this page catches up by itself.
        </div>
      )}
    </div>
  );
}
