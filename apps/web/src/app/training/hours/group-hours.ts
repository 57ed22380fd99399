import { Component, computed, inject, input } from '@angular/core';
import type { HandlingGroup } from '@repere/contract';
import { type GroupMoment, layByHour } from '@repere/training';
import { Language, SpaceTime } from '@repere/ui';

/** Classes of one story side by side by the hours of its clock; a branch beside its parent. On a narrow screen one list of all of them. */
@Component({
  selector: 'app-group-hours',
  templateUrl: './group-hours.html',
  styleUrl: './group-hours.scss',
})
export class GroupHours {
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly groups = input.required<readonly HandlingGroup[]>();

  private readonly laid = computed(() => layByHour(this.groups()));
  protected readonly columns = computed(() =>
    this.laid().lines.map(({ key, title, isHere, isCut, branchOf }) => ({
      ...{ key, isCut },
      title: isHere ? this.t('training.hours.here', { title }) : title,
      name: title,
      parent: this.groups().find((it) => it.key === branchOf?.key)?.title ?? null,
    })),
  );
  protected readonly cut = computed(() =>
    this.columns()
      .filter(({ isCut }) => isCut)
      .map(({ name }) => name)
      .join(', '),
  );
  protected readonly hours = computed(() =>
    this.laid().hours.map(({ from, cells }) => {
      const shown = this.columns().flatMap((column, place) => {
        const cell = cells[place];
        if (!cell) return [];
        return [
          {
            ...column,
            rows: Math.max(1, cell.commonHours),
            common:
              cell.commonHours > 0 ? this.t('training.hours.common', { parent: column.parent ?? '' }) : null,
            leaves: cell.leavesAt === null ? null : this.leaves(column.parent, cell.leavesAt),
            leavesAt: cell.leavesAt,
            moments: cell.moments.map((it) => this.showMoment(it)),
          },
        ];
      });
      return { from, when: this.time.exactly(from), cells: shown, list: this.inOrder(shown) };
    }),
  );

  private leaves(parent: string | null, at: string): string {
    const when = this.time.time(at);
    return parent === null
      ? this.t('training.hours.leaves-elsewhere', { when })
      : this.t('training.hours.leaves', { parent, when });
  }

  private showMoment({ at, who, what }: GroupMoment) {
    const said = [who ?? '', this.language.localize(what)].filter(Boolean).join(' ');
    return { at, when: this.time.time(at), said };
  }

  /** What all of them did in this hour, whoever it was. */
  private inOrder(cells: readonly ShownCell[]) {
    return cells
      .flatMap(({ name, leaves, leavesAt, moments }) => [
        ...(leaves === null || leavesAt === null ? [] : [{ at: leavesAt, name, text: leaves }]),
        ...moments.map(({ at, when, said }) => ({
          ...{ at, name },
          text: this.t('training.hours.at', { when, said }),
        })),
      ])
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  }
}

interface ShownCell {
  readonly name: string;
  readonly leaves: string | null;
  readonly leavesAt: string | null;
  readonly moments: readonly { readonly at: string; readonly when: string; readonly said: string }[];
}
