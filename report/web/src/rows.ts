/** Sorting and searching of a table's rows, apart from how they are shown. */

export type Cell = string | number;

export interface Order {
  column: string;
  descending: boolean;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compare(one: Cell, other: Cell): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other));
}

/** The rows in order; equal ones stay as they were. */
export function sorted<T>(rows: readonly T[], value: (row: T) => Cell, descending: boolean): T[] {
  const sign = descending ? -1 : 1;
  return rows.map((row) => ({ row, key: value(row) })).sort((a, b) => sign * compare(a.key, b.key)).map((it) => it.row);
}

/** The rows whose text holds every word that was asked for, in any case and order. */
export function matching<T>(rows: readonly T[], text: (row: T) => string, query: string): T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...rows];
  return rows.filter((row) => {
    const within = text(row).toLowerCase();
    return words.every((word) => within.includes(word));
  });
}

/** What a click on a column's head leads to: numbers start with the highest, texts with A. */
export function nextOrder(order: Order, column: string, numeric: boolean): Order {
  return order.column === column
    ? { column, descending: !order.descending }
    : { column, descending: numeric };
}

export interface Window {
  first: number;
  last: number;
}

/** Which rows to draw so that those in view, and some around them, are there. */
export function windowOf(total: number, rowHeight: number, scrollTop: number, height: number): Window {
  const around = 12;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - around);
  const last = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + around);
  return { first: Math.min(first, last), last };
}
