import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CurriculumItem, PersonStanding } from '@repere/contract';
import { Language } from '@repere/ui';
import { SelectField, type Option } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { StandingList } from '../certificates/standing-list';
import { columnsOf, isLate, rowsOf } from './matrix-rows';

/** Rows at first, and with each press on what shows more. */
const ROWS = 25;

/** People by what they should have practised: words and days, never a figure of how well. On a phone each row is a block. */
@Component({
  selector: 'app-team-matrix',
  imports: [FormField, MatButton, SelectField, StandingList, TextField],
  templateUrl: './team-matrix.html',
  styleUrl: './team-matrix.scss',
})
export class TeamMatrix {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;
  protected readonly label = this.language.label;

  readonly items = input.required<readonly CurriculumItem[]>();
  /** Whoever is late first. */
  readonly people = input.required<readonly PersonStanding[]>();
  readonly withdrawn = output<void>();

  /** `item`: with which somebody is late; `null`: everybody. */
  private readonly looking = signal({ name: '', item: null as string | null });
  protected readonly look = form(this.looking);
  protected readonly opened = signal<string | null>(null);
  protected readonly columns = computed(() => columnsOf(this.items(), this.people(), this.language));
  protected readonly options = computed<readonly Option[]>(() =>
    this.columns().flatMap(({ id, title, said, isLate }) =>
      isLate ? [{ code: id, label: this.language.labelled(title, said) }] : [],
    ),
  );
  private readonly rows = computed(() => rowsOf(this.items(), this.people(), this.language));
  private readonly found = computed(() => {
    const { name, item } = this.looking();
    const typed = plain(name);
    return this.rows().filter(
      ({ person, cells }) =>
        plain(person.name).includes(typed) &&
        (item === null || cells.some((it) => it.item === item && isLate(it.state))),
    );
  });
  private readonly most = linkedSignal({
    source: this.looking,
    computation: () => ROWS,
  });
  protected readonly shown = computed(() => this.found().slice(0, this.most()));
  protected readonly more = computed(() => this.found().length - this.shown().length);
  protected readonly tally = computed(() => {
    const found = this.found();
    const late = found.filter((it) => it.isLate).length;
    return this.count('training.team.tally', found.length, { late: this.count('training.team.late', late) });
  });

  protected showMore(): void {
    this.most.update((it) => it + ROWS);
  }

  protected showDetails(id: string): void {
    this.opened.update((it) => (it === id ? null : id));
  }
}

/** As it is looked for: without accents or capitals. */
const plain = (text: string): string => text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
