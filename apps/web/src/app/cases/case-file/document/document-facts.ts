import { Component, computed, inject, input } from '@angular/core';
import type { CaseFile } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { formatEdtf } from '@repere/ui/date';
import { dangerOf, formatDanger } from '../../shown-danger';
import { shownName } from '../../shown-name';
import { formatMayBeContacted, formatOfThem, formatPerson } from '../../people/format-person';
import { formatAge } from '../heading/format-age';

/** First page of the document: the child, the service, the people around, as far as the reader may see them. */
@Component({
  selector: 'app-document-facts',
  template: `
    <dl>
      @for (line of lines(); track line.label) {
        <dt>{{ line.label }}</dt>
        <dd>{{ line.said }}</dd>
      }
    </dl>
    @if (people().length) {
      <h2>{{ t('case.people.title') }}</h2>
      <dl>
        @for (person of people(); track person.id) {
          <dt>{{ person.name }}</dt>
          <dd>{{ person.about }}</dd>
        }
      </dl>
    }
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(9rem, 1fr) minmax(0, 3fr);
      gap: 0.2rem 1.5rem;
      margin: 1rem 0;
    }
    dt {
      color: var(--rp-ink-soft);
    }
    dd {
      margin: 0;
    }
  `,
})
export class DocumentFacts {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();

  protected readonly lines = computed(() => {
    const caseFile = this.caseFile();
    const { t } = this;
    const child = isRedacted(caseFile.child) ? null : caseFile.child;
    const danger = dangerOf(caseFile);
    const line = (label: string, said: string | undefined) => (said ? [{ label: t(label), said }] : []);
    const name = child && [child.givenNames, child.familyName].filter(Boolean).join(' ');
    return [
      ...line('case.document.called', child?.calledName ?? t('case.name-redacted')),
      ...line('case.document.name', name ?? undefined),
      ...line('case.document.birth', child?.birth && formatEdtf(child.birth, this.language.current())),
      ...line(
        'case.document.age',
        child ? formatAge(child.birth, caseFile, this.time.now(), this.language) : undefined,
      ),
      ...line('cases.danger.label', danger ? formatDanger(danger, this.language) : t('case.redacted')),
      ...line('case.document.opened', this.time.exactly(caseFile.openedAt)),
      ...line(
        'case.lead',
        caseFile.lead ? shownName(caseFile.lead.name, t('case.name-redacted')) : t('case.no-lead'),
      ),
      ...line('case.team', `${caseFile.team.name} · ${caseFile.territory.name}`),
    ];
  });
  protected readonly people = computed(() =>
    this.caseFile().people.map((person) => ({
      id: person.id,
      name: shownName(person.name, this.t('case.name-redacted')),
      about: [
        formatPerson(person, this.language),
        formatMayBeContacted(person, this.language),
        person.contact && formatOfThem('contact', person.contact, this.t),
        person.note && formatOfThem('note', person.note, this.t),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  );
}
