import { Injectable } from '@nestjs/common';
import { type Principal, type CaseResource, isEmergencyOnly, may } from '@repere/access';
import { explain, type Explanation } from '@repere/case-engine';
import { type FieldClass, isNewer } from '@repere/protocol';
import { principalOf } from '../../platform/unit/principal';
import { HandlingSight } from '../../platform/routes/handling-sight';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountNames } from '../reading/account-names';
import { answersOfRole } from '../reading/answers-of-role';
import { assignedIds } from '../reading/case-row';
import { DraftsRepository } from '../drafts/drafts.repository';
import { shownChild } from '../reading/known-child';
import type { LoadedCase } from '../reading/loaded-case';
import { callsOf, eventsOf, factIdsOf } from './case-events';
import { showNextAppointment } from '../next-appointment/show-next-appointment';
import { peopleAround } from '../people/people-around-child';
import { showPerson } from '../people/show-person';
import { alsoLeavingOut, unlessRedacted, redactedClasses } from '../disclosure/redacted-classes';
import { redactExplanation } from './redaction/redact-explanation';
import { redactView } from './redaction/redact-view';
import { showNextStep } from './show-next-step';
import type { CaseFileDto } from './case-file.dto';
import type { PersonDto } from '../people/person.dto';
import { ShowProposalService } from '../lead/show-proposal.service';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { showCharge } from '../charge/show-charge';
import { stepsWithLetter } from '../charge/steps-with-letter';

/** The case page in one answer, redacted to what the reader may see. */
@Injectable()
export class CasePageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly drafts: DraftsRepository,
    private readonly library: ProtocolLibrary,
    private readonly proposals: ShowProposalService,
    private readonly handling: HandlingSight,
  ) {}

  /** `leftOut`: classes that a paper leaves out beside what the reader may not see. */
  async showCase(file: LoadedCase, leftOut: readonly FieldClass[] = []): Promise<CaseFileDto> {
    const { row, journal, territory } = file;
    const principal = principalOf(this.unit.account);
    const redacted = alsoLeavingOut(redactedClasses(principal, file.resource), leftOut);
    const people = peopleAround(file);
    const withLetter = stepsWithLetter(file, this.library.letters);
    const drafts = this.drafts.savedAt(row);
    const names = await this.names.readNames([
      row.leadId,
      ...assignedIds(row),
      ...journal.map(({ enteredBy }) => enteredBy),
    ]);
    const view = redactView(file, redacted);
    const isHandlingHidden = await this.handling.isHidden();
    const is = (act: 'write' | 'approve' | 'assign'): boolean => may(principal, act, file.resource).yes;
    return {
      id: row.id,
      reference: row.reference,
      child: shownChild(file, redacted),
      lead:
        row.leadId === null
          ? null
          : { id: row.leadId, name: unlessRedacted(redacted, ['staff'], names.get(row.leadId) ?? '') },
      team: { id: row.teamId, name: row.teamName },
      territory: { code: territory.code, name: territory.name, zone: territory.zone },
      openedAt: row.openedAt.toISOString(),
      people: people.map((it): PersonDto => showPerson(file, it, redacted)),
      ...(isHandlingHidden ? withoutHandling(view) : view),
      charge: showCharge(file, this.library, redacted, withLetter),
      letterSentAt: Object.fromEntries(withLetter),
      next: showNextStep(file, redacted),
      explanations: explanationsOf(file, redacted),
      drafts,
      isTieAsked: row.isTieAsked === true && !redacted.has('people'),
      isServiceAsked: row.isServiceAsked === true,
      leadProposal: this.proposals.showProposal(file, redacted),
      nextAppointment: showNextAppointment(file, redacted, this.unit.account.id),
      names: redacted.has('staff') ? {} : Object.fromEntries(names),
      emergencyUntil: emergencyUntil(principal, file.resource),
      events: eventsOf(file),
      calls: callsOf(file),
      dangers: answersOfRole(file.published.set.shared, 'danger'),
      factIds: factIdsOf(file),
      newerVersions: newerVersionsOf(file),
      may: { write: is('write'), approve: is('approve'), assign: is('assign') },
    };
  }
}

/** The page of whoever is not to learn yet what departed from the protocols. What is late stays: that is what is to be done. */
function withoutHandling<P extends Pick<CaseFileDto, 'state'>>(page: P): P {
  const runs = page.state.runs.map(({ brokenSafeguards: _, ...run }) => run);
  return { ...page, state: { ...page.state, runs, deviations: [] } };
}

/** The end of the emergency access by which alone this reader is here; `null`: they have another relation to it. */
function emergencyUntil(principal: Principal, resource: CaseResource): string | null {
  if (!isEmergencyOnly(principal, resource)) return null;
  const ends = resource.grants.flatMap(({ accountId, relation, until }) =>
    accountId === principal.id && relation === 'break-glass' && until ? [new Date(until).toISOString()] : [],
  );
  return ends.sort().at(-1) ?? null;
}

function newerVersionsOf({ view, published }: LoadedCase): Readonly<Record<string, string>> {
  const { inForce } = published;
  return Object.fromEntries(
    view.runs.flatMap(({ runId, protocol, version, ended }) => {
      const newer = inForce[protocol];
      return !ended && newer !== undefined && isNewer(newer, version) ? [[runId, newer]] : [];
    }),
  );
}

const PLAIN = ['ready', 'done'];

function explanationsOf(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
): Readonly<Record<string, Explanation>> {
  const explanations: Record<string, Explanation> = {};
  for (const { runId, steps } of file.view.runs)
    for (const { id, state, suspendedBy } of steps)
      if (suspendedBy || !PLAIN.includes(state))
        explanations[`${runId}/${id}`] = redactExplanation(
          file,
          explain(file.state, runId, id),
          runId,
          redacted,
        );
  return explanations;
}
