import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { stepGrounds, type Words } from '@repere/cases';
import { availableSteps, explain, type JournalEntry, mayEnter, type StepView } from '@repere/case-engine';
import { type FieldClass, reasonsIn, type StepDefinition } from '@repere/protocol';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { keyOfStep, stepsWithLetter } from '../charge/steps-with-letter';
import { AccountNames } from '../reading/account-names';
import { actorIn } from '../acts/actor-in';
import type { AboutStep } from '../acts/case-command-handler';
import { DraftsRepository } from '../drafts/drafts.repository';
import { whyMayNotApprove } from '../approvals/may-approve';
import type { LoadedCase } from '../reading/loaded-case';
import { citeSource } from '../words/cite-source';
import { redactExplanation } from '../page/redaction/redact-explanation';
import { peopleAround } from '../people/people-around-child';
import { readsAdults } from '../people/reads-adults';
import { showPerson } from '../people/show-person';
import { signsOf } from '../reading/signs-of';
import { timelineOf, valuesShown } from '../reading/timeline';
import { sightOfRow } from '../disclosure/value-sight';
import { redactedClasses } from '../disclosure/redacted-classes';
import { pageOfCase } from '../page/page-of-case';
import { joined, same } from '../words/show-value';
import { fieldViews } from './field-views';
import { lettersOfStep, mayWriteLetter } from './letters-of-step';
import { relevanceOf } from './relevance-of';
import { reportingDuty } from './reporting-duty';
import { OnCallPageService } from '../on-call/on-call-page.service';
import { TrainedAnswer } from '../qualification/trained-answer';
import { getStep } from './step-file';
import type { StepPageDto } from './steps.dto';

/** A step that is done each day fills pages in a year. */
const NEWEST = 20;

/** The step page in one answer: what is asked and why, what is known, what was done, what one had typed. */
@Injectable()
export class StepPageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
    private readonly names: AccountNames,
    private readonly drafts: DraftsRepository,
    private readonly onCall: OnCallPageService,
    private readonly trained: TrainedAnswer,
  ) {}

  async showStep(file: LoadedCase, about: AboutStep, showsAll: boolean): Promise<StepPageDto> {
    const { runId } = about;
    const definition = getStep(file, about);
    const { document } = file.versionOf(runId);
    const view = file.view.runs.find((run) => run.runId === runId)?.steps.find(({ id }) => id === about.step);
    if (!view) throw new Error('a step without a view');
    const principal = principalOf(this.unit.account);
    const redacted = redactedClasses(principal, file.resource);
    const names = await this.names.readNames(file.journal.map(({ enteredBy }) => enteredBy));
    const ofStep = file.journal.filter((entry) => isOf(entry, about));
    const entries = showsAll ? ofStep : newestOf(ofStep, view.toApprove);
    const relevant = relevanceOf(file, about, redacted);
    const onCall = await this.onCall.showOf(file, about);
    const told = await this.trained.showHint(file, about);
    return {
      ...pageOfCase(file, redacted),
      runId,
      protocol: document.protocol,
      protocolTitle: document.title,
      version: document.version,
      step: definition.id,
      code: definition.code,
      kind: definition.kind,
      title: definition.title,
      guidance: definition.guidance ?? null,
      ...(view.toApprove !== null &&
        readsAdults(file, runId, about.step) && {
          people: peopleAround(file).map((it) => showPerson(file, it, redacted)),
        }),
      ...(definition.decides !== undefined && { signs: signsOf(file, redacted) }),
      ...(onCall && { onCall }),
      letters: lettersOfStep(
        this.library.letters.filter((kind) => mayWriteLetter(principal, file.resource, kind)),
        document.protocol,
        definition.id,
      ),
      letterSentAt: stepsWithLetter(file, this.library.letters).get(keyOfStep(runId, about.step)) ?? null,
      duty: reportingDuty(definition, file.row.teamKind),
      state: view.state,
      explanation: redactExplanation(file, explain(file.state, runId, about.step), runId, redacted),
      sources: stepGrounds(definition).map((code) => citeSource(code, this.library.sources)),
      fields: fieldViews(file, runId, definition, relevant, names, redacted).map((field) =>
        field.id === told?.field ? { ...field, hint: told.hint } : field,
      ),
      asks: asksOf(file, runId, definition, redacted),
      repeatable: view.repeatable,
      waiver: waiverOf(file, runId, definition),
      deadline: view.deadline,
      isSuspended: view.suspendedBy !== undefined,
      doneElsewhere: doneElsewhere(file, view),
      entries: timelineOf(file, entries, names, redacted).toReversed(),
      olderEntries: ofStep.length - entries.length,
      missingRequirements: { words: view.missingWords ?? [], evidence: view.missingEvidence ?? [] },
      // It is filled in with what was known; whoever can't go on with it gets nothing of that back.
      draft: may(principal, 'protect', file.resource).yes
        ? this.drafts.readDraft(file.row, about, file.key)
        : null,
      seq: file.seq,
      may: this.may(file, about, definition, view),
    };
  }

  private may(
    file: LoadedCase,
    { runId, step }: AboutStep,
    definition: StepDefinition,
    view: StepView,
  ): StepPageDto['may'] {
    const { account } = this.unit;
    const mayWrite =
      may(principalOf(account), 'write', file.resource).yes &&
      mayEnter({ definition }, actorIn(file, account));
    const isAvailable = availableSteps(file.state).some((it) => it.runId === runId && it.step === step);
    return {
      complete: mayWrite && (isAvailable || definition.kind === 'recorded-act' || lacksAnything(view)),
      approve:
        view.toApprove !== null && whyMayNotApprove(account, file, runId, step, view.toApprove) === null,
      amend: mayWrite && view.entryIds.length > 0,
      waive:
        mayWrite && definition.waivable !== 'never' && view.entryIds.length === 0 && view.state !== 'waived',
    };
  }
}

function doneElsewhere(file: LoadedCase, { doneElsewhere: act }: StepView): StepPageDto['doneElsewhere'] {
  if (!act) return null;
  const { entryId, runId, step, at } = act;
  return {
    entryId,
    runId,
    step,
    protocolTitle: file.documentOf(runId).title,
    at: new Date(at).toISOString(),
  };
}

const lacksAnything = ({ missingWords, missingEvidence }: StepView): boolean =>
  (missingWords?.length ?? 0) + (missingEvidence?.length ?? 0) > 0;

/** As many as are read at a glance, with the last time that it was done and what waits for approval, however old. */
function newestOf(entries: readonly JournalEntry[], toApprove: string | null): readonly JournalEntry[] {
  const done = entries.findLast(({ kind }) => kind === 'step-completed');
  return entries.filter(
    (entry, place) => place >= entries.length - NEWEST || entry === done || entry.id === toApprove,
  );
}

const isOf = (entry: JournalEntry, { runId, step }: AboutStep): boolean =>
  'step' in entry && entry.runId === runId && entry.step === step;

function asksOf(
  file: LoadedCase,
  runId: string,
  step: StepDefinition,
  redacted: ReadonlySet<FieldClass>,
): StepPageDto['asks'] {
  const { shared } = file.published.set;
  const isDecision = step.kind === 'decision';
  return {
    participants: step.by,
    reasons: Object.fromEntries(
      Object.entries(step.reasons).map(([value, list]) => [
        value,
        coded(reasonsIn(file.documentOf(runId), shared, list)),
      ]),
    ),
    decides: step.decides ?? null,
    bestInterests: isDecision,
    childView: isDecision,
    ...(step.hands && { hands: step.hands }),
    evidence: step.evidence.map((code) => ({ code, label: shared.evidence[code] ?? same(code) })),
    closes: step.closes !== undefined,
    rows: rowsOf(file, runId, step.about ?? step.adds ?? step.closes, redacted),
    about: step.about !== undefined,
    adds: step.adds !== undefined,
  };
}

/** The rows of the step's list, each in a line of words. */
function rowsOf(
  file: LoadedCase,
  runId: string,
  list: string | undefined,
  redacted: ReadonlySet<FieldClass>,
): StepPageDto['asks']['rows'] {
  if (list === undefined) return [];
  const known = file.view.facts.find((it) => it.fact === list && (it.runId === runId || it.runId === null));
  return (known?.rows ?? []).map(({ id, values }) => ({
    id,
    summary: joined(
      valuesShown(file, runId, values, `${list}.`, sightOfRow(file, id, redacted)).map(({ shown }) => shown),
    ),
  }));
}

function waiverOf(
  file: LoadedCase,
  runId: string,
  { waivable, waiverReasons }: StepDefinition,
): StepPageDto['waiver'] {
  if (waivable === 'never') return null;
  const list = reasonsIn(file.documentOf(runId), file.published.set.shared, waiverReasons);
  return { how: waivable, reasons: coded(list) };
}

const coded = (
  list: Readonly<Record<string, Words>>,
): readonly { readonly code: string; readonly label: Words }[] =>
  Object.entries(list).map(([code, label]) => ({ code, label }));
