import type { CaseView, StepView } from '@repere/case-engine';
import { factsOfRule, findCompetence, type OpenRule } from '@repere/cases';
import {
  type Competence,
  type CompetenceRule,
  countedIn,
  type FactDefinition,
  type FactRole,
  factsByRole,
  type FieldClass,
  lettersOf,
  type LetterTemplate,
  type SharedDocument,
  type Sources,
} from '@repere/protocol';
import { answerOfRole } from '../reading/answers-of-role';
import { REDACTED } from '../disclosure/redacted-classes';
import type { LoadedCase } from '../reading/loaded-case';
import type { CitedSourceDto } from '../words/cited-source.dto';
import { citeSource } from '../words/cite-source';
import type {
  AskedOfAuthorityDto,
  AuthorityDto,
  ChargeDto,
  ChargeQuestionDto,
  LetterOnItsWayDto,
  ToAskAuthorityDto,
} from './charge.dto';
import { keyOfStep, type StepsWithLetter } from './steps-with-letter';
import { type StepOfRun, dueStep, showStep, stepsNamed } from './steps-named';

/** What the folder of protocols says of it. */
export interface ChargeRules {
  readonly competence: Competence | null;
  readonly letters: readonly LetterTemplate[];
  readonly sources: Sources;
  readonly shared: SharedDocument;
}

/** Who answers for the child, redacted to what the reader may see; `null`: the protocols say nothing of authorities. */
export function showCharge(
  file: LoadedCase,
  { competence, letters, sources, shared }: ChargeRules,
  redacted: ReadonlySet<FieldClass>,
  withLetter: StepsWithLetter,
): ChargeDto | null {
  if (!competence) return null;
  const { rules } = competence;
  const { decided, open } = findCompetence(rules, knownNow(file.view, shared));
  // Which rule decides tells as well that those before it don't hold.
  const read = decided ? rules.slice(0, rules.indexOf(decided) + 1) : rules;
  const isHidden = read.some((rule) => readsClosed(file, rule, redacted));
  return {
    authority:
      decided && (isHidden ? REDACTED : showAuthority(file, competence, decided, { sources, withLetter })),
    open: isHidden ? REDACTED : showQuestions(file, competence, open),
    asked: askedOf(file, competence, sources),
    toAsk: toAskOf(file, competence, letters),
  };
}

/** What was weighed before a danger was seen is known no more, unless it was grave already. */
function knownNow(view: CaseView, shared: SharedDocument): CaseView {
  const roles = factsByRole(shared);
  const told = (role: FactRole) =>
    view.facts.find(({ fact, runId }) => fact === roles.get(role)?.fact && runId === null);
  const [weighed, seen, sign] = [told('danger'), told('danger-seen'), roles.get('danger-seen')];
  if (!weighed || !seen || !sign || seen.seq <= weighed.seq) return view;
  // As lists read it.
  if (!countedIn(sign.definition, seen.value).includes('sign')) return view;
  if (answerOfRole(shared, 'danger', weighed.value)?.isMarked) return view;
  return { ...view, facts: view.facts.filter((it) => it !== weighed) };
}

/** Whether the rule reads a fact that the reader may not see: which authority it names would tell of it. */
function readsClosed(file: LoadedCase, rule: CompetenceRule, redacted: ReadonlySet<FieldClass>): boolean {
  return factsOfRule(rule).some((name) => {
    const definition = definitionOf(file, name);
    return definition ? redacted.has(definition.class) : redacted.size > 0;
  });
}

function showAuthority(
  file: LoadedCase,
  { authorities }: Competence,
  { authority, because, basis, seized }: CompetenceRule,
  { sources, withLetter }: { readonly sources: Sources; readonly withLetter: StepsWithLetter },
): AuthorityDto {
  // The first of these steps that was done tells since when.
  const [since] = seized
    .map((name) => stepsNamed(file, name).flatMap(({ step }) => timesOf(file, step)))
    .flatMap(([first]) => first ?? []);
  return {
    title: authorities[authority]?.title ?? because,
    isOurs: authorities[authority]?.isOurs ?? false,
    because,
    basis: showBasis(basis, sources),
    seizedAt: since === undefined ? null : new Date(since).toISOString(),
    letter: since === undefined ? letterOnItsWay(file, seized, withLetter) : null,
  };
}

/** A letter of the first of these steps that one left for. */
function letterOnItsWay(
  file: LoadedCase,
  seized: readonly string[],
  withLetter: StepsWithLetter,
): LetterOnItsWayDto | null {
  for (const of of seized.flatMap((name) => stepsNamed(file, name))) {
    const sentAt = withLetter.get(keyOfStep(of.runId, of.step.id));
    if (sentAt !== undefined) return { ...showStep(of), sentAt };
  }
  return null;
}

/** One authority once, with all that would make it competent. That it would be ours needs nobody to be asked. */
function showQuestions(
  file: LoadedCase,
  { authorities }: Competence,
  open: readonly OpenRule[],
): readonly ChargeQuestionDto[] {
  const ids = [...new Set(open.map(({ rule }) => rule.authority))].filter((id) => !authorities[id]?.isOurs);
  return ids.flatMap((id) => {
    const authority = authorities[id]?.title;
    const names = open.filter(({ rule }) => rule.authority === id).flatMap(({ facts }) => facts);
    const facts = [...new Set(names)].flatMap((name) => {
      const title = titleOf(definitionOf(file, name), name);
      return title ? [{ title, askedBy: askerOf(file, name) }] : [];
    });
    return authority ? [{ authority, facts }] : [];
  });
}

function askedOf(
  file: LoadedCase,
  { authorities, requests }: Competence,
  sources: Sources,
): readonly AskedOfAuthorityDto[] {
  return requests
    .flatMap(({ to, by, answered, silence, basis }) =>
      by
        .flatMap((name) => stepsNamed(file, name))
        .flatMap((asking): AskedOfAuthorityDto[] => {
          const at = timesOf(file, asking.step).at(-1);
          const title = authorities[to]?.title;
          if (at === undefined || !title) return [];
          const answers = answered.flatMap((name) => stepsNamed(file, name, asking.runId));
          // Nobody is called for a first answer once the last one came; one between says nothing of those before.
          const isOver = (answers.at(-1)?.step.entryIds ?? []).length > 0;
          const waits = isOver ? undefined : answers.find(({ step }) => WAITS.includes(step.state));
          return [
            {
              ...showStep(asking),
              to: title,
              at: new Date(at).toISOString(),
              waitsFor: waits ? dueStep(waits, file.view.now) : null,
              expectsAnswer: answered.length > 0,
              silence,
              basis: showBasis(basis, sources),
            },
          ];
        }),
    )
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** Steps that ask and may be done now, with the letters that do them. */
function toAskOf(
  file: LoadedCase,
  { authorities, requests }: Competence,
  letters: readonly LetterTemplate[],
): readonly ToAskAuthorityDto[] {
  return requests.flatMap(({ to, by }) =>
    by
      .flatMap((name) => stepsNamed(file, name))
      .flatMap((asking): ToAskAuthorityDto[] => {
        const title = authorities[to]?.title;
        if (
          !title ||
          asking.step.state !== 'ready' ||
          asking.step.entryIds.length > 0 ||
          isActOfOthers(file, asking)
        )
          return [];
        return [
          {
            ...dueStep(asking, file.view.now),
            to: title,
            letters: lettersOf(letters, asking.protocol, asking.step.id).map(({ id, title: words }) => ({
              id,
              title: words,
            })),
          },
        ];
      }),
  );
}

/** An act of an authority is recorded once it happened, and is nothing that we ask. */
const isActOfOthers = (file: LoadedCase, { runId, step }: StepOfRun): boolean =>
  file.findStep(runId, step.id)?.kind === 'recorded-act';

/** An answer that is still to come. */
const WAITS: readonly StepView['state'][] = ['ready', 'waiting', 'not-yet', 'to-confirm'];

/** When the entries of a step happened, the first first; of what is not known to the minute, its beginning. */
const timesOf = (file: LoadedCase, { entryIds }: StepView): readonly number[] =>
  file.journal
    .flatMap((it) => (it.kind === 'step-completed' && entryIds.includes(it.id) ? [it.occurredAt.from] : []))
    .toSorted((a, b) => a - b);

/** As a run of the case knows it, or the case itself; of a protocol that is not open yet, as that protocol has it. */
function definitionOf(file: LoadedCase, name: string): FactDefinition | undefined {
  const [head = name] = name.split('.');
  const known = [null, ...file.view.runs.map(({ runId }) => runId)];
  return (
    known.map((runId) => file.findFact(runId, head)).find((it) => it !== undefined) ??
    [...file.published.versions.values()].flatMap(({ document }) => document.facts[head] ?? [])[0]
  );
}

function titleOf(definition: FactDefinition | undefined, name: string) {
  const [, item] = name.split('.');
  return definition?.items?.find(({ id }) => id === item)?.label ?? definition?.title;
}

/** The first step that asks for it and may be done; `null`: none may. */
function askerOf(file: LoadedCase, name: string) {
  const [head = name] = name.split('.');
  for (const { runId, protocol, steps } of file.view.runs)
    for (const step of steps)
      if (MAY_BE_ANSWERED.includes(step.state) && file.findStep(runId, step.id)?.fields.includes(head))
        return showStep({ runId, protocol, step });
  return null;
}

const MAY_BE_ANSWERED: readonly StepView['state'][] = ['ready', 'done', 'to-confirm', 'done-to-approve'];

const showBasis = (codes: readonly string[], sources: Sources): readonly CitedSourceDto[] =>
  codes.map((code) => citeSource(code, sources));
