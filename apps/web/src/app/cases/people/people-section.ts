import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseFile, Person, Shown } from '@repere/contract';
import { Language } from '@repere/ui';
import { shownName } from '../shown-name';
import { PersonForm } from './person-form';
import { formatMayBeContacted, formatOfThem, formatPerson } from './format-person';

/** Who is around the child, and who may be contacted. */
@Component({
  selector: 'app-people-section',
  imports: [MatButton, PersonForm],
  templateUrl: './people-section.html',
  styleUrl: './people-section.scss',
})
export class PeopleSection {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();
  /** The person being changed, or `new`. */
  protected readonly edited = signal<string | null>(null);

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
  protected close(id: string): void {
    this.edited.set(null);
    setTimeout(() => document.getElementById(id)?.focus());
  }
}
