import { Component, inject, input } from '@angular/core';
import type { Person } from '@repere/contract';
import { Language } from '@repere/ui';
import { shownName } from '../shown-name';
import { formatMayBeContacted, formatPerson } from './format-person';

/** The people around the child, a line each: for whoever agrees to what is decided about them. */
@Component({
  selector: 'app-person-lines',
  template: `
    <ul class="rp-list">
      @for (person of people(); track person.id) {
        <li>
          <strong>{{ name(person) }}</strong> · {{ aboutPerson(person) }}
          <span class="line" [class.no]="!person.mayBeContacted">{{ mayBeContacted(person) }}</span>
        </li>
      } @empty {
        <li>{{ t('case.people.none') }}</li>
      }
    </ul>
  `,
  styles: `
    .line {
      display: block;
      color: var(--rp-ink-soft);
    }
    .no {
      color: var(--rp-accent);
    }
  `,
})
export class PersonLines {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly people = input.required<readonly Person[]>();

  protected name(person: Person): string {
    return shownName(person.name, this.t('case.name-redacted')) || this.t('case.people.unnamed');
  }

  protected aboutPerson(person: Person): string {
    return formatPerson(person, this.language);
  }

  protected mayBeContacted(person: Person): string {
    return formatMayBeContacted(person, this.language);
  }
}
