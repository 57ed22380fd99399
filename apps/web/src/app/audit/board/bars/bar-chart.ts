import { Component, computed, input } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';

/** A number and the way to what it counts. */
export interface BarCell {
  readonly n: number;
  readonly path: readonly string[];
  readonly params: Params;
  /** What it counts, for who hears it alone. */
  readonly name: string;
}

export interface BarRow {
  readonly id: string;
  readonly label: string;
  /** One for each column. */
  readonly cells: readonly BarCell[];
}

/**
 * Figures as a table whose rows draw themselves: under each label a bar of its numbers, each column in a shade of its own, which
 * its heading shows. There is nothing in the picture that the table does not say.
 */
@Component({
  selector: 'app-bar-table',
  imports: [RouterLink],
  templateUrl: './bar-table.html',
  styleUrl: './bar-table.scss',
})
export class BarTable {
  readonly caption = input.required<string>();
  readonly head = input.required<string>();
  readonly columns = input.required<readonly string[]>();
  readonly rows = input.required<readonly BarRow[]>();

  protected readonly drawn = computed(() => {
    const totals = this.rows().map(({ cells }) => cells.reduce((sum, { n }) => sum + n, 0));
    const most = Math.max(1, ...totals);
    return this.rows().map((row) => {
      let from = 0;
      const parts = row.cells.map(({ n }, column) => {
        const part = { column, from, width: (n / most) * 100 };
        from += part.width;
        return part;
      });
      return { ...row, parts: parts.filter(({ width }) => width > 0) };
    });
  });
}
