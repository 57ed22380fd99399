import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Params } from '@angular/router';
import { Language } from '@repere/ui';

/** A cell: what it says, and what it is sorted by. `null` sorts last. */
export interface FigureCell {
  readonly text: string;
  readonly sortBy: string | number | null;
  readonly link?: { readonly path: string; readonly params: Params; readonly name: string };
}

export interface FigureRow {
  readonly id: string;
  readonly cells: readonly FigureCell[];
}

/** Figures line by line; each column sorts. On a phone each line is a block with its words. */
@Component({
  selector: 'app-figure-table',
  imports: [RouterLink],
  templateUrl: './figure-table.html',
  styleUrl: './figure-table.scss',
})
export class FigureTable {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caption = input.required<string>();
  readonly columns = input.required<readonly string[]>();
  readonly rows = input.required<readonly FigureRow[]>();

  protected readonly MARKS = { ascending: '▲', descending: '▼', none: '' } as const;
  protected readonly order = signal<{ readonly column: number; readonly isDown: boolean } | null>(null);
  protected readonly sorted = computed(() => {
    const order = this.order();
    return order === null ? this.rows() : this.rows().toSorted((a, b) => compare(a, b, order));
  });

  protected sort(column: number): void {
    const before = this.order();
    // Figures from the greatest, names from A.
    const isDown = before?.column === column ? !before.isDown : column > 0;
    this.order.set({ column, isDown });
  }

  protected ariaSort(column: number): 'ascending' | 'descending' | null {
    const order = this.order();
    if (order?.column !== column) return null;
    return order.isDown ? 'descending' : 'ascending';
  }
}

function compare(
  a: FigureRow,
  b: FigureRow,
  { column, isDown }: { readonly column: number; readonly isDown: boolean },
): number {
  const [x = null, y = null] = [a.cells[column]?.sortBy, b.cells[column]?.sortBy];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
  return isDown ? -order : order;
}
