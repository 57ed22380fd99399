import {
  type ExampleAttempt,
  type ExampleDue,
  type ExampleExpectation,
  type ExampleValue,
  formatAnswer,
  STEP_STATES,
  type StepState,
} from '@repere/protocol';
import { parseOccurrence, text, type Text } from '@repere/feel';
import { shownValue } from './example-compare';
import { checkExpectation, EXPECTATION_KEYS } from './example-expectation';
import { findFact } from './example-facts';
import type { CompiledFact, CompiledProtocol } from '../compile/protocol-set';
import type { Scenario } from './scenario';
import { factValue, factValues } from './example-values';
import { formatMoment } from '../explain/format-moment';

/** One thing that a story expects at a moment, and whether it is so. */
export type Expected = { readonly holds: boolean } & (
  | { readonly kind: 'step'; readonly title: Text; readonly states: readonly StepState[] }
  /** `isComputed`: a value that the protocol derives, by a name that is for those who write protocols. */
  | { readonly kind: 'said'; readonly text: Text; readonly isComputed?: boolean }
);

/** What a line expects, one thing each, in words, checked where the story stands now. */
export function renderExpectation(scenario: Scenario, expected: ExampleExpectation): readonly Expected[] {
  const holds = (part: ExampleExpectation) => checkExpectation(scenario, part).length === 0;
  const said = (part: ExampleExpectation, words: Text): Expected => ({
    kind: 'said',
    text: words,
    holds: holds(part),
  });
  const each = <T>(of: Readonly<Record<string, T>> | undefined, tell: (name: string, value: T) => Expected) =>
    Object.entries(of ?? {}).map(([name, value]) => tell(name, value));
  const derived = {
    ...expected.derived,
    ...Object.fromEntries(Object.entries(expected).filter(([key]) => !EXPECTATION_KEYS.has(key))),
  } as Readonly<Record<string, ExampleValue>>;
  return [
    ...each(expected.steps, (name, state) => ({
      kind: 'step',
      title: titleOf(scenario, name),
      states: statesIn([state].flat()),
      holds: holds({ steps: { [name]: state } }),
    })),
    ...each(expected.facts, (name, value) =>
      said({ facts: { [name]: value } }, factWords(scenario, name, value)),
    ),
    ...(expected.outcome === undefined
      ? []
      : [said({ outcome: expected.outcome }, outcomeWords(scenario, expected.outcome))]),
    ...each(derived, (name, value) => ({
      ...said(
        { derived: { [name]: value } },
        text(
          `Valeur calculée ${name} : ${shownValue(value)}`,
          `Computed value ${name}: ${shownValue(value)}`,
        ),
      ),
      isComputed: true,
    })),
    ...each(expected.due, (name, due) => said({ due: { [name]: due } }, dueWords(scenario, name, due))),
    ...(expected.late
      ? [said({ late: expected.late }, lateWords(scenario, expected.late, 'En retard', 'Late'))]
      : []),
    ...(expected.outside_late
      ? [
          said(
            { outside_late: expected.outside_late },
            lateWords(scenario, expected.outside_late, 'À relancer', 'To be chased'),
          ),
        ]
      : []),
    ...(expected.suspended
      ? [
          said(
            { suspended: expected.suspended },
            lateWords(
              scenario,
              expected.suspended,
              "Suspendu : l'enfant n'est pas là",
              'Suspended: the child is not there',
            ),
          ),
        ]
      : []),
    ...(expected.deviations
      ? [said({ deviations: expected.deviations }, deviationWords(scenario, expected.deviations))]
      : []),
    ...(expected.opened ?? []).map((it) => {
      const title = protocolTitle(scenario, typeof it === 'string' ? it : it.protocol);
      return said({ opened: [it] }, text(`« ${title.fr} » s'est ouvert`, `"${title.en}" has opened`));
    }),
    ...(expected.not_opened ?? []).map((it) => {
      const title = protocolTitle(scenario, it);
      return said(
        { not_opened: [it] },
        text(`« ${title.fr} » ne s'est pas ouvert`, `"${title.en}" has not opened`),
      );
    }),
    ...(expected.refused ?? []).map((it) =>
      said({ refused: [it] }, attemptWords(scenario, it, 'Serait refusé', 'Would be refused')),
    ),
    ...(expected.accepted ?? []).map((it) =>
      said({ accepted: [it] }, attemptWords(scenario, it, 'Serait accepté', 'Would be accepted')),
    ),
    ...(expected.flagged ?? []).map((it) =>
      said(
        { flagged: [it] },
        attemptWords(scenario, it, 'Serait noté, et signalé comme écart', 'Would be recorded, and flagged'),
      ),
    ),
    ...[expected.explain ?? []].flat().map((it) => {
      const title = titleOf(scenario, it.step);
      return said(
        { explain: it },
        text(`L'outil dit pourquoi : « ${title.fr} »`, `The tool says why: "${title.en}"`),
      );
    }),
    ...each(expected.known_as_of, (time, steps) =>
      said(
        { known_as_of: { [time]: steps } },
        text(`Ce qu'on savait le ${when(scenario, time).fr}`, `What was known on ${when(scenario, time).en}`),
      ),
    ),
    ...(expected.kept ?? []).map((id) => {
      const title = safeguardTitle(scenario, id);
      return said({ kept: [id] }, text(`Garde-fou tenu : ${title.fr}`, `Safeguard kept: ${title.en}`));
    }),
    ...(expected.may_be_done ?? []).map((it) => {
      const title = titleOf(scenario, it);
      return said(
        { may_be_done: [it] },
        text(`Peut être faite maintenant : « ${title.fr} »`, `May be done now: "${title.en}"`),
      );
    }),
    ...[expected.not_outcome ?? []].flat().map((id) => {
      const title = outcomeTitle(scenario, id);
      return said(
        { not_outcome: id },
        text(`Jamais l'issue : ${title.fr}`, `Never the outcome: ${title.en}`),
      );
    }),
  ];
}

/** `waiting(papers)` → waiting. */
function statesIn(told: readonly string[]): readonly StepState[] {
  return told.flatMap((it) => STEP_STATES.find((state) => state === /^[a-z-]+/.exec(it)?.[0]) ?? []);
}

function titleOf(scenario: Scenario, name: string): Text {
  const found = scenario.findStep(name);
  if (typeof found !== 'string') return found.step.definition.title;
  // Of a protocol that is not engaged yet.
  const id = name.split('.').at(-1) ?? name;
  for (const versions of scenario.set.protocols.values())
    for (const protocol of versions.values()) {
      const step = protocol.steps[protocol.stepIndex.get(id) ?? -1];
      if (step) return step.definition.title;
    }
  return text(name, name);
}

function protocolTitle(scenario: Scenario, name: string): Text {
  const id = name.split('#')[0] ?? name;
  const versions = scenario.set.protocols.get(id);
  const protocol = versions?.get(scenario.inForce[id] ?? '') ?? [...(versions?.values() ?? [])].at(-1);
  return protocol?.document.title ?? text(name, name);
}

function factWords(scenario: Scenario, name: string, value: ExampleValue): Text {
  const id = name.split('.').at(-1) ?? name;
  const fact = findFact(scenario, name)?.fact;
  if (!fact) return named(scenario, ({ factOf }) => notEngaged(factOf.get(id), value), name);
  const { title } = fact.definition;
  if (value === 'none yet') return text(`${title.fr} : rien encore`, `${title.en}: nothing yet`);
  return formatAnswer(fact.definition, factValue(fact, value));
}

const notEngaged = (fact: CompiledFact | undefined, value: ExampleValue): Text | undefined =>
  fact &&
  (value === 'none yet' ? fact.definition.title : formatAnswer(fact.definition, factValue(fact, value)));

function outcomeWords(scenario: Scenario, expected: NonNullable<ExampleExpectation['outcome']>): Text {
  const ids = typeof expected === 'string' ? [expected] : Object.values(expected);
  const titles = ids.map((id) => outcomeTitle(scenario, id));
  return text(
    `Issue : ${titles.map(({ fr }) => fr).join(' ; ')}`,
    `Outcome: ${titles.map(({ en }) => en).join('; ')}`,
  );
}

function outcomeTitle(scenario: Scenario, id: string): Text {
  for (const run of scenario.runsInOrder()) {
    const found = run.protocol.outcomes.find(({ definition }) => definition.id === id);
    if (found) return found.title;
  }
  return named(
    scenario,
    ({ outcomes }) => outcomes.find(({ definition }) => definition.id === id)?.title,
    id,
  );
}

/** As the protocols in force call it that are not engaged yet. */
function named(scenario: Scenario, find: (protocol: CompiledProtocol) => Text | undefined, id: string): Text {
  for (const [protocol, versions] of scenario.set.protocols) {
    const inForce = versions.get(scenario.inForce[protocol] ?? '');
    const title = inForce && find(inForce);
    if (title) return title;
  }
  return text(id, id);
}

function safeguardTitle(scenario: Scenario, id: string): Text {
  for (const run of scenario.runsInOrder()) {
    const title = run.protocol.document.safeguards.find((it) => it.id === id)?.title;
    if (title) return title;
  }
  return text(id, id);
}

function dueWords(scenario: Scenario, name: string, due: ExampleDue): Text {
  const [, approval, step = name] = /^(approval of )?(.+)$/.exec(name) ?? [];
  const title = titleOf(scenario, step);
  const what = approval
    ? text(`Validation de « ${title.fr} »`, `Approval of "${title.en}"`)
    : text(`Échéance de « ${title.fr} »`, `Deadline of "${title.en}"`);
  const at = due === null || typeof due === 'string' ? due : (due.at ?? due.late_from);
  if (at === undefined) return what;
  const on = at === null ? text('date à saisir', 'date to be entered') : when(scenario, at);
  return text(`${what.fr} : ${on.fr}`, `${what.en}: ${on.en}`);
}

function lateWords(scenario: Scenario, names: readonly string[], fr: string, en: string): Text {
  if (names.length === 0) return text(`${fr} : rien`, `${en}: nothing`);
  const titles = names.map((name) => titleOf(scenario, name));
  return text(
    `${fr} : ${titles.map((it) => `« ${it.fr} »`).join(', ')}`,
    `${en}: ${titles.map((it) => `"${it.en}"`).join(', ')}`,
  );
}

function deviationWords(scenario: Scenario, expected: NonNullable<ExampleExpectation['deviations']>): Text {
  if (expected.length === 0) return text('Aucun écart', 'No deviation');
  const names = expected.map(({ step }) => (step === undefined ? text('…', '…') : titleOf(scenario, step)));
  return text(
    `Écart noté : ${names.map((it) => `« ${it.fr} »`).join(', ')}`,
    `Deviation noted: ${names.map((it) => `"${it.en}"`).join(', ')}`,
  );
}

function attemptWords(scenario: Scenario, attempt: ExampleAttempt, fr: string, en: string): Text {
  const name = attempt.step ?? attempt.approve ?? attempt.waive ?? attempt.amend ?? attempt.open ?? '';
  const title = attempt.open === undefined ? titleOf(scenario, name) : protocolTitle(scenario, name);
  const found = scenario.findStep(name);
  const told = { ...attempt.set, ...attempt.row };
  const answers =
    typeof found === 'string'
      ? []
      : Object.entries(told).flatMap(([id, value]) => {
          const { step } = found;
          const fact = step.fields.get(id) ?? step.rowFields.get(id.split('.').at(-1) ?? id);
          return fact
            ? [formatAnswer(fact.definition, factValues({ [id]: value }, () => fact)[id] ?? '')]
            : [];
        });
  const all = (words: readonly string[]) => (words.length > 0 ? ` (${words.join(', ')})` : '');
  return text(
    `${fr} : « ${title.fr} »${all(answers.map((it) => it.fr))}`,
    `${en}: "${title.en}"${all(answers.map((it) => it.en))}`,
  );
}

function when(scenario: Scenario, told: string): Text {
  const { zone } = scenario.territory;
  const parsed = parseOccurrence(told, zone);
  if (!parsed.ok) return text(told, told);
  const day = formatMoment(parsed.value.from, zone);
  const [, time] = /T(\d\d:\d\d)/.exec(told) ?? [];
  return time ? text(`${day.fr}, ${time}`, `${day.en}, ${time}`) : day;
}
