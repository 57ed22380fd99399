import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Shown } from '@repere/cases';
import type { CaseFile, Person } from '@repere/contract';
import { Language } from '@repere/ui';
import { shownName } from '../shown-name';
import { PersonForm } from './person-form';
import { formatMayBeContacted, formatOfThem, formatPerson } from './format-person';

/** People who stand in sight; a family of sixty is folded behind them. */
const MOST_IN_SIGHT = 4;

/** Who is around the child, and who may be contacted. */
@Component({
  selector: 'app-people-section',
  imports: [MatButton, NgTemplateOutlet, PersonForm],
  templateUrl: './people-section.html',
  styleUrl: './people-section.scss',
})
export class PeopleSection {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();
  /** The person being changed, or `new`. */
  protected readonly edited = signal<string | null>(null);

  private readonly split = computed(() => {
    const { people } = this.caseFile();
    return people.length > MOST_IN_SIGHT + 1 ? MOST_IN_SIGHT : people.length;
  });
  protected readonly inSight = computed(() => this.caseFile().people.slice(0, this.split()));
  protected readonly rest = computed(() => this.caseFile().people.slice(this.split()));

  protected name(person: Person): string {
    return shownName(person.name, this.t('case.name-redacted')) || this.t('case.people.unnamed');
  }

  protected mayBeContacted(person: Person): string {
    return formatMayBeContacted(person, this.language);
  }

  protected aboutPerson(person: Person): string {
    return formatPerson(person, this.language);
  }

  /** What was recorded, or its name and that it is redacted. */
  protected shownValue(what: 'contact' | 'note', recorded: Shown<string>): string {
    return formatOfThem(what, recorded, this.t);
  }

  /** Closes the form and gives the focus back to where it was opened. */
  protected closeForm(id: string): void {
    this.edited.set(null);
    setTimeout(() => document.getElementById(id)?.focus());
  }
}
