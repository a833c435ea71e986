import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Cell, matching, nextOrder, type Order, sorted, windowOf } from '../rows';

export interface Column<T> {
  key: string;
  title: string;
  /** What the column holds, where its title does not say all. */
  hint?: string;
  /** What it is sorted by; numbers are set to the right. */
  value: (row: T) => Cell;
  /** How it is shown; by default as its value. */
  show?: (row: T) => ComponentChildren;
  /** Whether the cell deserves attention. */
  bad?: (row: T) => boolean;
}

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

const ROW_HEIGHT = 38;
const numeric = <T,>(column: Column<T>, row: T | undefined) => row !== undefined && typeof column.value(row) === 'number';

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
  const view = useView(box, shown.length);
  const sample = rows[0] ?? total;

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
            {query.value ? `${shown.length} of ${rows.length}` : `${rows.length} rows`}
          </span>
        </div>
      )}
      <div class="table-box" ref={box} tabIndex={0} role="region" aria-label={label}>
        <table aria-label={label} aria-rowcount={shown.length + 1}>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column.key} column={column} order={by.value} number={numeric(column, sample)}
                  sort={() => (by.value = nextOrder(by.value, column.key, numeric(column, sample)))} />
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer rows={view.first} columns={columns.length} />
            {shown.slice(view.first, view.last).map((row, index) => (
              <Row key={view.first + index} columns={columns} row={row} />
            ))}
            <Spacer rows={shown.length - view.last} columns={columns.length} />
            {shown.length === 0 && (
              <tr class="empty">
                <td colSpan={columns.length}>{query.value ? 'Nothing matches the search.' : empty}</td>
              </tr>
            )}
          </tbody>
          {total && (
            <tfoot>
              <Row columns={columns} row={total} />
            </tfoot>
          )}
        </table>
      </div>
    </>
  );
}

interface HeadProps<T> {
  column: Column<T>;
  order: Order;
  number: boolean;
  sort: () => void;
}

function Head<T>({ column, order, number, sort }: HeadProps<T>) {
  const active = order.column === column.key;
  return (
    <th
      scope="col"
      class={number ? 'number' : undefined}
      aria-sort={active ? (order.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={sort} title={column.hint}>
        {column.title}
        <span class="arrow" aria-hidden="true">
          {active ? (order.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}

function Row<T>({ columns, row }: { columns: Column<T>[]; row: T }) {
  return (
    <tr>
      {columns.map((column, index) => {
        const value = column.value(row);
        const names = [typeof value === 'number' ? 'number' : 'text', column.bad?.(row) ? 'bad' : ''];
        const title = typeof value === 'string' ? value : undefined;
        const content = column.show ? column.show(row) : value;
        return index === 0 ? (
          <th scope="row" class={names.join(' ')} title={title} key={column.key}>{content}</th>
        ) : (
          <td class={names.join(' ')} title={title} key={column.key}>{content}</td>
        );
      })}
    </tr>
  );
}

function Spacer({ rows, columns }: { rows: number; columns: number }) {
  return rows > 0 ? (
    <tr aria-hidden="true" class="spacer">
      <td colSpan={columns} style={{ height: `${rows * ROW_HEIGHT}px` }} />
    </tr>
  ) : null;
}

/** The rows in view of a scrolled box; all of them on paper. */
function useView(box: { current: HTMLDivElement | null }, total: number) {
  const scrollTop = useSignal(0);
  const height = useSignal(800);
  const printing = useSignal(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const listeners = new AbortController();
    const { signal } = listeners;
    element.addEventListener('scroll', () => (scrollTop.value = element.scrollTop), { signal, passive: true });
    addEventListener('beforeprint', () => (printing.value = true), { signal });
    addEventListener('afterprint', () => (printing.value = false), { signal });
    const sizes = new ResizeObserver(() => (height.value = element.clientHeight));
    sizes.observe(element);
    return () => {
      listeners.abort();
      sizes.disconnect();
    };
  }, []);
  return printing.value ? { first: 0, last: total } : windowOf(total, ROW_HEIGHT, scrollTop.value, height.value);
}
