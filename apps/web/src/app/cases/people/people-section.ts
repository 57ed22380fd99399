import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseFile, Person } from '@repere/cases';
import { Language } from '@repere/ui';
import { PersonForm } from './person-form';

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

  protected mayBeContacted(person: Person): string {
    if (person.mayBeContacted) return this.t('case.people.may');
    return person.whyNot
      ? this.t('case.people.may-not-why', { why: this.language.say(person.whyNot) })
      : this.t('case.people.may-not');
  }

  protected about({ relation, familyRole }: Person): string {
    return [
      this.t(`case.people.relation.${relation}`),
      familyRole ? this.t(`case.people.family-role.${familyRole}`) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** Closes the form and gives the focus back to where it was opened. */
  protected close(id: string): void {
    this.edited.set(null);
    setTimeout(() => document.getElementById(id)?.focus());
  }
}
