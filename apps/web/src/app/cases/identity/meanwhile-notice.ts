import { Component, computed, inject, input } from '@angular/core';
import type { Change, Child } from '@repere/contract';
import { GENDER_WORDS } from '@repere/cases';
import { Language, SpaceTime, capitalised } from '@repere/ui';
import { formatEdtf } from '@repere/ui/date';
import type { ChildKey } from '../opening/typed-child';
import type { ChangedField } from './identity-draft';

/** Where the words of a field are. */
const LABELS: Readonly<Record<ChildKey, string>> = {
  calledName: 'cases.new.child.called-name',
  givenNames: 'cases.new.child.given-names',
  familyName: 'cases.new.child.family-name',
  alsoKnownAs: 'cases.new.child.also-known-as',
  birth: 'cases.new.child.birth',
  gender: 'cases.new.child.gender',
  phones: 'cases.new.child.phones',
};

/** Somebody corrected the identity meanwhile: who, when, what is on record now, and where one's own text still stands. */
@Component({
  selector: 'app-meanwhile-notice',
  template: `
    <h2 id="meanwhile">{{ t('step.stale.title') }}</h2>
    <p>{{ t('case.identity.meanwhile') }}</p>
    <ul>
      @for (line of acts(); track $index) {
        <li>{{ line }}</li>
      }
    </ul>
    @if (fields().length) {
      <h3>{{ t('case.identity.recorded-now') }}</h3>
      <ul>
        @for (line of lines(); track line.key) {
          <li>{{ line.words }}</li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 46rem;
      margin-block-end: 1.5rem;
      padding: 1rem 1.25rem;
      border: 2px solid var(--rp-accent);
      border-radius: 12px;
    }
    h2,
    h3 {
      margin-block: 0 0.4rem;
    }
    h3 {
      margin-block-start: 0.9rem;
      font-size: 1.05rem;
    }
    p,
    ul {
      margin-block: 0 0.5rem;
    }
  `,
  host: { role: 'alert', 'aria-labelledby': 'meanwhile' },
})
export class MeanwhileNotice {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly changes = input.required<readonly Change[]>();
  readonly fields = input.required<readonly ChangedField[]>();
  /** As on record now. */
  readonly child = input.required<Child>();

  protected readonly acts = computed(() =>
    this.changes().map(({ at, by, title }) =>
      this.t('step.stale.line', { title: this.language.localize(title), by, when: this.time.moment(at) }),
    ),
  );
  protected readonly lines = computed(() =>
    this.fields().map(({ key, isKept }) => ({
      key,
      words: this.t(isKept ? 'case.identity.kept-line' : 'case.identity.taken-line', {
        field: this.t(LABELS[key]),
        now: this.saidField(key) || this.t('case.identity.nothing'),
      }),
    })),
  );

  private saidField(key: ChildKey): string {
    const child = this.child();
    switch (key) {
      case 'birth':
        return child.birth ? formatEdtf(child.birth, this.language.current()) : '';
      case 'gender':
        return child.gender ? capitalised(this.language.localize(GENDER_WORDS[child.gender])) : '';
      case 'alsoKnownAs':
      case 'phones':
        return (child[key] ?? []).join(', ');
      case 'familyName':
      case 'givenNames':
      case 'calledName':
        return child[key] ?? '';
    }
  }
}
