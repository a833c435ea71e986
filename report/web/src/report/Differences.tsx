import { useMemo } from 'preact/hooks';
import { type ComparedFigure, type Comparison, TONES, type Verdict, WORDS } from '../comparison';
import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { VerdictBanner } from '../components/VerdictBanner';
import { brief, percent, signed, text, time } from '../format';

interface Row extends ComparedFigure {
  endpoint: string;
  figure: string;
}

const FIGURES: Record<string, string> = { error_rate: 'error rate', throughput: 'requests/s', mean: 'mean' };

function shown(figure: string, value: number): string {
  if (figure === 'error_rate') return percent(value);
  return figure === 'throughput' ? `${brief(value)}/s` : text(time(value));
}

/** A change of a share is a difference in points, of all else a ratio. */
function change(row: Row, value: number | null | undefined): string {
  if (typeof value !== 'number') return '–';
  return row.figure === 'error_rate' ? signed(value).replace('%', ' pts') : signed(value);
}

const RANK: Record<Verdict, number> = { REGRESSED: 3, IMPROVED: 2, INCONCLUSIVE: 1, PASS: 0 };

const columns: Column<Row>[] = [
  { key: 'endpoint', title: 'Endpoint', value: (row) => row.endpoint },
  { key: 'figure', title: 'Figure', value: (row) => FIGURES[row.figure] ?? row.figure },
  { key: 'a', title: 'A', value: (row) => row.a ?? 0, show: (row) => shown(row.figure, row.a) },
  { key: 'b', title: 'B', value: (row) => row.b ?? 0, show: (row) => shown(row.figure, row.b) },
  { key: 'change', title: 'Change', value: (row) => row.change ?? 0, show: (row) => change(row, row.change), bad: (row) => row.verdict === 'REGRESSED' },
  {
    key: 'interval', title: 'Interval', hint: 'Where the true change lies, with 95 % confidence.', value: (row) => `${row.low ?? ''}`,
    show: (row) => (typeof row.low === 'number' ? `${change(row, row.low)} … ${change(row, row.high)}` : ''),
  },
  {
    key: 'verdict', title: 'Verdict', value: (row) => RANK[row.verdict],
    show: (row) => <span class={`judged ${row.verdict.toLowerCase()}`} title={row.words}>{WORDS[row.verdict]}</span>,
  },
];

/** What comes of a comparison: the verdict, and each figure of each endpoint. */
export function Differences({ of, id = 'differences' }: { of: Comparison; id?: string }) {
  const rows = useMemo(() => rowsOf(of), [of]);
  return (
    <>
      <VerdictBanner outcome={of.verdict ? TONES[of.verdict] : 'unjudged'} word={of.verdict ? WORDS[of.verdict] : 'No verdict'}>
        <p>{of.words}</p>
        {(of.notes ?? []).map((it) => <p key={it} class="note">{it}</p>)}
      </VerdictBanner>
      <Section id={id} title="Differences"
        hint="Each figure of each endpoint. A change counts where it is more than chance and large enough to matter; docs/statistics.md tells how.">
        <DataTable label="Differences" columns={columns} rows={rows} order={{ column: 'verdict', descending: true }}
          search={(row) => `${row.endpoint} ${row.figure} ${row.verdict}`} searchLabel="Search differences" empty="There is nothing that both runs have." />
      </Section>
    </>
  );
}

function rowsOf({ overall, endpoints }: Comparison): Row[] {
  const all = [...(overall ? [{ ...overall, method: '', name: 'All requests' }] : []), ...(endpoints ?? [])];
  return all.flatMap((it) =>
    Object.entries(it.figures).map(([figure, values]) => ({ ...values, figure, endpoint: `${it.method} ${it.name}`.trim() })));
}
