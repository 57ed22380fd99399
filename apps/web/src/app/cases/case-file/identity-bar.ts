import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile, Child, Shown } from '@repere/cases';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { PageHeading } from '../../shell/page-heading';
import { casePath, identityPath, newFactPath, whatIfPath } from '../case-paths';
import { DANGERS } from '../case-filters';
import { sayAge } from './say-age';

/** Who the child is as far as this reader may know, how grave it is, who leads, how they may be reached. */
@Component({
  selector: 'app-identity-bar',
  imports: [Icon, PageHeading, RouterLink],
  templateUrl: './identity-bar.html',
  styleUrl: './identity-bar.scss',
})
export class IdentityBar {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();

  protected readonly child = computed(() => seen(this.caseFile().child));
  protected readonly name = computed(() => this.child()?.calledName ?? this.t('case.name-withheld'));
  protected readonly mayCorrect = computed(() => this.caseFile().may.write && this.child() !== null);
  protected readonly identity = computed(() => identityPath(this.caseFile().id));
  protected readonly newFact = computed(() => newFactPath(this.caseFile().id));
  protected readonly whatIf = computed(() => whatIfPath(this.caseFile().id));
  protected readonly chronology = computed(() => [...casePath(this.caseFile().id), 'chronologie']);
  protected readonly document = computed(() => [...casePath(this.caseFile().id), 'document']);
  protected readonly age = computed(() => {
    const child = this.child();
    return child
      ? sayAge(child.birth, this.caseFile(), this.time.now(), this.language)
      : this.t('case.age.withheld');
  });
  protected readonly gender = computed(() => {
    const gender = this.child()?.gender;
    return gender && gender !== 'unknown' ? this.t(`cases.new.child.gender-options.${gender}`) : null;
  });
  protected readonly danger = computed(() => {
    const { state, withheldFacts } = this.caseFile();
    if (withheldFacts.includes('danger')) return { code: null, words: this.t('case.danger-withheld') };
    const value = state.facts.find(({ fact, runId }) => fact === 'danger' && runId === null)?.value;
    const code = DANGERS.find((it) => it === value) ?? null;
    return { code, words: this.t(`cases.danger.${code ?? 'not-known'}`) };
  });
  protected readonly isGrave = computed(() =>
    ['immediate_grave', 'danger'].includes(this.danger().code ?? ''),
  );
  /** G16: not known to be safe is not safe. */
  protected readonly contact = computed(() => {
    const child = this.child();
    if (!child) return { isKnown: false, words: this.t('case.contact.withheld'), lines: [] };
    const contact = child.safeContact;
    const lines = (['how', 'hours', 'codeWord', 'mayBeLeft', 'whoElseReads'] as const).flatMap((key) => {
      const said = contact?.[key];
      return said ? [{ label: this.t(`case.contact.${key}`), said }] : [];
    });
    return {
      isKnown: lines.length > 0,
      words: this.t(`case.contact.${lines.length ? 'known' : 'none'}`),
      lines,
    };
  });
}

function seen(child: Shown<Child>): Child | null {
  return 'withheld' in child ? null : child;
}
