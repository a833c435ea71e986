import type { Comparison, Mark } from '../comparison';
import { type Column, DataTable } from '../components/DataTable';
import { Masthead } from '../components/Masthead';
import { Section } from '../components/Section';
import { brief, signed } from '../format';
import { Differences } from './Differences';

/** What spate compare came to: each comparison with its verdict, or, of files of figures, with marks. */
export function ComparisonPage({ comparisons }: { comparisons: Comparison[] }) {
  return (
    <>
      <Masthead />
      <header>
        <h1>Comparison</h1>
      </header>
      <main>
        {comparisons.map((it, at) => <One key={at} of={it} id={`differences-${at + 1}`} />)}
      </main>
      <footer>
        <span>Spate</span>
        <span>A change counts where it is more than chance explains, and large enough to matter.</span>
      </footer>
    </>
  );
}

function One({ of, id }: { of: Comparison; id: string }) {
  return (
    <>
      <p class="facts">
        <span>A: {of.a.join(', ')}</span>
        <span>B: {of.b.join(', ')}</span>
      </p>
      {of.marks ? <Marks of={of} marks={of.marks} id={id} /> : <Differences of={of} id={id} />}
    </>
  );
}

const columns: Column<Mark>[] = [
  { key: 'metric', title: 'Figure', value: (row) => row.metric },
  { key: 'a', title: 'A', value: (row) => row.a, show: (row) => brief(row.a) },
  { key: 'b', title: 'B', value: (row) => row.b, show: (row) => brief(row.b) },
  { key: 'change', title: 'Change', value: (row) => row.change ?? 0, show: (row) => (row.change === null ? '–' : signed(row.change)), bad: (row) => !row.near },
  { key: 'near', title: 'Mark', hint: 'Whether the change is below the least that counts.', value: (row) => (row.near ? 1 : 0), show: (row) => (row.near ? '✓' : '⚠') },
];

function Marks({ of, marks, id }: { of: Comparison; marks: Mark[]; id: string }) {
  return (
    <Section id={id} title="Figures beside each other" hint="These files hold figures alone, which do not tell how much they vary.">
      <DataTable label="Figures beside each other" columns={columns} rows={marks} order={{ column: 'near', descending: false }} empty="There is nothing that both files have." />
      {(of.notes ?? []).map((it) => <p key={it} class="note">{it}</p>)}
    </Section>
  );
}
