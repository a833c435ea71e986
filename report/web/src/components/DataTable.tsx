import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { counted } from '../format';
import { matching, nextOrder, type Order, sorted } from '../rows';
import { type Column, Grid } from './Grid';

export type { Column };

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: readonly T[];
  order: Order;
  /** What a search looks at; without it there is none. */
  search?: (row: T) => string;
  searchLabel?: string;
  /** The row that sums up all others. */
  total?: T;
  empty: string;
}

/** A table that sorts by any column, searches, and draws only the rows in view. */
export function DataTable<T>({ label, columns, rows, order, search, searchLabel, total, empty }: Props<T>) {
  const query = useSignal('');
  const by = useSignal(order);
  const shown = useMemo(() => {
    const column = columns.find((it) => it.key === by.value.column) ?? columns[0];
    const found = search ? matching(rows, search, query.value) : rows;
    return column ? sorted(found, column.value, by.value.descending) : [...found];
  }, [rows, columns, by.value, query.value]);
  const box = useRef<HTMLDivElement>(null);

  return (
    <>
      {search && rows.length > 8 && (
        <div class="search">
          <input
            type="search"
            placeholder={searchLabel}
            aria-label={searchLabel}
            value={query.value}
            onInput={(event) => {
              query.value = event.currentTarget.value;
              if (box.current) box.current.scrollTop = 0;
            }}
          />
          <span aria-live="polite">
            {query.value ? `${shown.length} of ${rows.length}` : counted(rows.length, 'row')}
          </span>
        </div>
      )}
      <Grid label={label} columns={columns} order={by.value} count={shown.length} row={(index) => shown[index]} total={total} box={box}
        sort={(column, number) => (by.value = nextOrder(by.value, column.key, number))}
        empty={query.value ? 'Nothing matches the search.' : empty} />
    </>
  );
}

