import { signal } from '@preact/signals';
import { count } from '../../format';
import { EndpointTable } from './EndpointTable';
import { Exceptions, Failures } from './Failures';
import { Generator } from './GeneratorPanel';
import { Log } from './Log';
import { generator, log, run, thresholds } from './store';
import { Checks, Thresholds } from './Judged';

type Tab = 'endpoints' | 'failures' | 'exceptions' | 'thresholds' | 'checks' | 'log' | 'generator';

const tab = signal<Tab>('endpoints');
const TABS: { tab: Tab; title: string }[] = [
  { tab: 'endpoints', title: 'Endpoints' },
  { tab: 'failures', title: 'Failures' },
  { tab: 'exceptions', title: 'Exceptions' },
  { tab: 'thresholds', title: 'Thresholds' },
  { tab: 'checks', title: 'Checks' },
  { tab: 'log', title: 'Log' },
  { tab: 'generator', title: 'Generator' },
];

/** What tells more than the charts do, one thing at a time: only what is looked at is asked for. */
export function Details() {
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const at = TABS.findIndex((it) => it.tab === tab.value);
    const next = TABS[(at + by + TABS.length) % TABS.length];
    if (!next) return;
    tab.value = next.tab;
    document.getElementById(`tab-${next.tab}`)?.focus();
  };
  return (
    <section class="details" aria-label="Details">
      <div class="tabs" role="tablist" aria-label="Details" onKeyDown={move}>
        {TABS.map((it) => (
          <button type="button" role="tab" id={`tab-${it.tab}`} key={it.tab} aria-selected={tab.value === it.tab} aria-controls="tab-panel"
            tabIndex={tab.value === it.tab ? 0 : -1} onClick={() => (tab.value = it.tab)}>
            {it.title}
            <Badge of={it.tab} />
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab.value}`}>
        <Panel of={tab.value} />
      </div>
    </section>
  );
}

function Panel({ of }: { of: Tab }) {
  switch (of) {
    case 'endpoints':
      return <EndpointTable />;
    case 'failures':
      return <Failures />;
    case 'exceptions':
      return <Exceptions />;
    case 'thresholds':
      return <Thresholds />;
    case 'checks':
      return <Checks />;
    case 'log':
      return <Log />;
    case 'generator':
      return <Generator />;
  }
}

/** A number or a mark where a tab has something to say that is not looked at. */
function Badge({ of }: { of: Tab }) {
  if (of === 'failures') {
    const failed = run.value?.totals.failures ?? 0;
    return failed > 0 ? <span class="badge bad">{count(failed)}</span> : null;
  }
  if (of === 'thresholds') {
    const crossed = thresholds.value.filter((it) => it.state === 'crossed').length;
    return crossed > 0 ? <span class="badge bad">{crossed} crossed</span> : null;
  }
  if (of === 'generator') return generator.value && !generator.value.valid ? <span class="badge bad">!</span> : null;
  if (of === 'log') {
    const bad = log.value.filter((it) => /^(warn|error)/i.test(it.level)).length;
    return bad > 0 ? <span class="badge">{bad}</span> : null;
  }
  return null;
}
