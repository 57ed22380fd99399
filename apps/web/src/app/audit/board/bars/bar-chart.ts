import { Component, computed, input } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';
import { type ShadedPart, StackedBar } from './stacked-bar';

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
  selector: 'app-bar-chart',
  imports: [RouterLink, StackedBar],
  templateUrl: './bar-chart.html',
  styleUrl: './bar-chart.scss',
})
export class BarChart {
  readonly caption = input.required<string>();
  readonly head = input.required<string>();
  readonly columns = input.required<readonly string[]>();
  readonly rows = input.required<readonly BarRow[]>();

  protected readonly drawn = computed(() =>
    this.rows().map((row) => ({
      ...row,
      total: row.cells.reduce((sum, { n }) => sum + n, 0),
      parts: row.cells.map(({ n }, column): ShadedPart => ({ shade: `part-${String(column)}`, amount: n })),
    })),
  );
  protected readonly most = computed(() => Math.max(1, ...this.drawn().map(({ total }) => total)));
}
