import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Cell, type Order, windowOf, type Window } from '../rows';

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
  order: Order;
  sort: (column: Column<T>, numeric: boolean) => void;
  /** How many rows there are. */
  count: number;
  /** A row by its number, as far as it is known. */
  row: (index: number) => T | undefined;
  /** The row that sums up all others. */
  total?: T | undefined;
  empty: string;
  /** Is told of the rows that are drawn, where they have changed. */
  onView?: (view: Window) => void;
  box?: { current: HTMLDivElement | null };
}

export const ROW_HEIGHT = 38;
export const numeric = <T,>(column: Column<T>, row: T | undefined) => row !== undefined && typeof column.value(row) === 'number';

/** A table of which only the rows in view are drawn, whoever holds and sorts them. */
export function Grid<T>({ label, columns, order, sort, count, row, total, empty, onView, box: given }: Props<T>) {
  const own = useRef<HTMLDivElement>(null);
  const box = given ?? own;
  const view = useView(box, count);
  useEffect(() => onView?.(view), [view.first, view.last]);
  const sample = row(view.first) ?? row(0) ?? total;
  const shown = Array.from({ length: Math.max(0, view.last - view.first) }, (_, at) => view.first + at);

  return (
    <div class="table-box" ref={box} tabIndex={0} role="group" aria-label={label}>
      <table aria-label={label} aria-rowcount={count + 1}>
        <thead>
          <tr>
            {columns.map((column) => {
              const number = numeric(column, sample);
              return <Head key={column.key} column={column} order={order} number={number} sort={() => sort(column, number)} />;
            })}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={view.first} columns={columns.length} />
          {shown.map((index) => {
            const known = row(index);
            return known === undefined ? (
              <tr key={index} class="awaited"><td colSpan={columns.length}>…</td></tr>
            ) : (
              <Row key={index} columns={columns} row={known} />
            );
          })}
          <Spacer rows={count - view.last} columns={columns.length} />
          {count === 0 && (
            <tr class="empty">
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <Row columns={columns} row={total} />
          </tfoot>
        )}
      </table>
    </div>
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
