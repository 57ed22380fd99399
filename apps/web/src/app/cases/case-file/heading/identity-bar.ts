import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile, ShownChild } from '@repere/contract';
import { GENDER_WORDS, type Shown, isRedacted } from '@repere/cases';
import { Icon, Language, SpaceTime, capitalised } from '@repere/ui';
import { Session } from '../../../access/session';
import { RightsSheetLink } from '../../../help/rights-sheet-link';
import { PageHeading } from '../../../platform/pages/page-heading';
import {
  accessPath,
  appointmentsPath,
  conferencesPath,
  chronologyPath,
  deviationsPath,
  documentPath,
  evidencePath,
  identityPath,
  accessLogPath,
  newFactPath,
  referralsPath,
  letterPath,
  linksPath,
  documentsPath,
  lettersPath,
  servicesPath,
  stepPath,
  replayPath,
  whatIfPath,
} from '../../case-paths';
import { dangerOf, formatDanger } from '../../shown-danger';
import { shownName } from '../../shown-name';
import { formatAge } from './format-age';
import { PressingRequests } from '../charge/pressing-requests';
import { ChargeSection } from '../charge/charge-section';
import { knownAuthority } from '../charge/format-authority';
import { safeContactOf } from './safe-contact';

/** Who the child is as far as this reader may know, how grave it is, who leads, how they may be reached. */
@Component({
  selector: 'app-identity-bar',
  imports: [ChargeSection, Icon, PageHeading, PressingRequests, RightsSheetLink, RouterLink],
  templateUrl: './identity-bar.html',
  styleUrl: './identity-bar.scss',
})
export class IdentityBar {
  protected readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  private readonly session = inject(Session);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();

  protected readonly child = computed(() => seen(this.caseFile().child));
  protected readonly lead = computed(() => {
    const { lead, team } = this.caseFile();
    return lead
      ? shownName(lead.name, this.t('case.name-redacted'))
      : this.t('case.charge.no-lead', { team: team.name });
  });
  /** What is to be asked of an authority now, for who may do it. */
  private readonly toAsk = computed(() => {
    const { may, emergencyUntil, charge } = this.caseFile();
    return may.write || emergencyUntil ? (charge?.toAsk ?? []) : [];
  });
  /** Letters that do it. One that left is not offered again: another, or its correction, is written from the list of letters. */
  protected readonly lettersToWrite = computed(() => {
    const { id: caseFileId, letterSentAt } = this.caseFile();
    const unsent = this.toAsk().filter(({ runId, step }) => !letterSentAt[`${runId}/${step}`]);
    return unsent.flatMap(({ runId, step, letters }) =>
      letters.map(({ id, title }) => ({
        ...{ runId, step, id, title: this.language.localize(title) },
        path: letterPath(caseFileId, id),
      })),
    );
  });
  /** Of which a letter left: they are to be ended. */
  protected readonly toEnd = computed(() => {
    const { id, letterSentAt } = this.caseFile();
    return this.toAsk()
      .filter(({ runId, step }) => letterSentAt[`${runId}/${step}`])
      .map(({ runId, step, title }) => ({ title, path: stepPath(id, runId, step) }));
  });
  /** Whether the name of an authority says by itself what it is. */
  protected readonly isAuthorityKnown = computed(() => knownAuthority(this.caseFile()) !== null);
  protected readonly name = computed(() => this.child()?.calledName ?? this.t('case.name-redacted'));
  /** What a doubt about the age leaves the child: said where it protects, and only if the age beside it doesn't say it yet. */
  protected readonly ageStatus = computed(() => {
    const said = this.caseFile().state.runs.flatMap(({ tells, outcome }) =>
      tells === 'age' && outcome?.protects === 'full' ? this.language.localize(outcome.title) : [],
    );
    return said.find((it) => !this.age().toLowerCase().includes(it.toLowerCase())) ?? null;
  });
  protected readonly mayCorrect = computed(() => this.caseFile().may.write && this.child() !== null);
  protected readonly identity = computed(() => identityPath(this.caseFile().id));
  protected readonly newFact = computed(() => newFactPath(this.caseFile().id));
  protected readonly whatIf = computed(() => whatIfPath(this.caseFile().id));
  protected readonly chronology = computed(() => chronologyPath(this.caseFile().id));
  /** What is printed most; the others are one press from it. */
  protected readonly card = { papier: 'fiche' };
  protected readonly document = computed(() => documentPath(this.caseFile().id));
  /** Who may audit cases. */
  protected readonly mayTakeEvidence = computed(
    () => this.session.account()?.roles.some((role) => role === 'supervisor' || role === 'auditor') ?? false,
  );
  protected readonly evidence = computed(() => evidencePath(this.caseFile().id));
  protected readonly replay = computed(() => replayPath(this.caseFile().id));
  protected readonly services = computed(() => servicesPath(this.caseFile().id));
  protected readonly appointments = computed(() => appointmentsPath(this.caseFile().id));
  protected readonly conferences = computed(() => conferencesPath(this.caseFile().id));
  protected readonly letters = computed(() => lettersPath(this.caseFile().id));
  protected readonly links = computed(() => linksPath(this.caseFile().id));
  protected readonly documents = computed(() => documentsPath(this.caseFile().id));
  protected readonly referrals = computed(() => referralsPath(this.caseFile().id));
  protected readonly deviations = computed(() => deviationsPath(this.caseFile().id));
  protected readonly access = computed(() => accessPath(this.caseFile().id));
  protected readonly accessLog = computed(() => accessLogPath(this.caseFile().id));
  protected readonly age = computed(() => {
    const child = this.child();
    return child
      ? formatAge(child.birth, this.caseFile(), this.time.now(), this.language)
      : this.t('case.age.redacted');
  });
  protected readonly gender = computed(() => {
    const gender = this.child()?.gender;
    return gender && gender !== 'unknown' ? capitalised(this.language.localize(GENDER_WORDS[gender])) : null;
  });
  private readonly shownDanger = computed(() => dangerOf(this.caseFile()));
  protected readonly danger = computed(() => formatDanger(this.shownDanger(), this.language));
  protected readonly isGrave = computed(() => this.shownDanger()?.isGrave ?? false);
  protected readonly contact = computed(() => safeContactOf(this.caseFile(), this.language));
}

function seen(child: Shown<ShownChild>): ShownChild | null {
  return isRedacted(child) ? null : child;
}
