import { text } from '@repere/feel';
import { compareVersions } from '../../versions/compare-versions';
import type { FactDefinition, ProtocolDocument } from '../../documents/document';
import { codesTold } from '../../fact-types/of-fact';
import { proposeName } from '../propose-name';
import type { Path } from '../../yaml/yaml-source';
import type { Check, CheckFinding } from '../checking';

/** What pages, lists and figures read of a protocol: declared of what is there, and never lost from one version to the next. */
export const checkDeclarations: Check = function* ({ document, documents }) {
  const { facts, steps, outcomes, absence } = document;
  for (const [id, fact] of Object.entries(facts)) {
    yield* checkCounted(fact, ['facts', id]);
    yield* checkOfCase(fact, ['facts', id]);
    for (const [field, inner] of Object.entries(fact.row ?? {}))
      yield* checkOfCase(inner, ['facts', id, 'row', field]);
  }
  for (const [index, { rests, protects }] of outcomes.entries()) {
    if (!rests) continue;
    const decided = steps.find(({ id }) => id === rests.decidedBy);
    const at = ['outcomes', index, 'rests'];
    if (decided?.approvedBy === undefined || protects === 'full') {
      const ids = steps.filter(({ approvedBy }) => approvedBy).map(({ id }) => id);
      yield {
        code: 'rests-undecided',
        at: [...at, 'decidedBy'],
        message: text(
          'Un dossier ne repose qu’après un résultat `less`, décidé par une étape validée par une seconde personne.',
          'A case rests only after an outcome that is `less`, decided in a step that a second person approves.',
        ),
        remedy: proposeName(rests.decidedBy, ids),
      };
    }
  }
  for (const [key, type] of [
    ['since', 'date'],
    ['hour', 'number'],
  ] as const) {
    const named = absence?.[key];
    if (named === undefined || facts[named]?.type === type) continue;
    const ids = Object.keys(facts).filter((id) => facts[id]?.type === type);
    yield {
      code: 'unknown-fact',
      at: ['absence', key],
      message: text(
        `\`${named}\` n’est pas un fait \`${type}\` du protocole.`,
        `\`${named}\` is no \`${type}\` of the protocol.`,
      ),
      remedy: proposeName(named, ids),
    };
  }
  yield* checkAbsence(document);
  yield* checkMargin(document);
  yield* checkLost(document, documents);
};

/** Of a child who is not there, what protects is never let go of; and no case begins with one. */
function* checkAbsence({ absence, opensWith, outcomes }: ProtocolDocument): Iterable<CheckFinding> {
  if (!absence) return;
  for (const [index, { rests }] of outcomes.entries())
    if (rests?.keeps === 'nothing')
      yield {
        code: 'rests-while-absent',
        at: ['outcomes', index, 'rests'],
        isKey: true,
        message: text(
          'Chaque engagement de ce protocole est une absence : ce qui protège l’enfant ailleurs ne peut pas reposer.',
          'Runs of this protocol are absences: what protects the child elsewhere can not rest.',
        ),
        remedy: text('Ajoutez `keeps: protective`.', 'Add `keeps: protective`.'),
      };
  if (opensWith)
    yield {
      code: 'opens-absent',
      at: ['opensWith'],
      isKey: true,
      message: text(
        'Tout dossier s’ouvrirait sur une absence : ce qui demande la présence de l’enfant serait suspendu.',
        'Every case would open with an absence: what needs the child there would be suspended.',
      ),
      remedy: text('Retirez `opensWith` ou `absence`.', 'Leave out `opensWith` or `absence`.'),
    };
}

/** Where an outcome says an age for good, the margin of a medical one is declared: it is what no version may lower. */
function* checkMargin({ outcomes, limits }: ProtocolDocument): Iterable<CheckFinding> {
  const index = outcomes.findIndex(({ age }) => age !== undefined);
  if (index < 0 || Object.values(limits).some(({ margin }) => margin === 'age')) return;
  yield {
    code: 'missing-margin',
    at: ['outcomes', index, 'age'],
    isKey: true,
    message: text(
      'Ce résultat dit un âge, et aucune limite n’est la marge d’un âge médical.',
      'This outcome says an age, and no limit is the margin of a medical one.',
    ),
    remedy: text(
      'Écrivez `margin: age` sur la limite qui est cette marge, 18 mois ou plus.',
      'Write `margin: age` on the limit that is this margin, 18 months or more.',
    ),
  };
}

/** What the product reads a fact as, what is marked and told in one press, is for facts of the case. */
function* checkOfCase(fact: FactDefinition, at: Path): Iterable<CheckFinding> {
  for (const key of ['role', 'marked', 'reportableEvents'] as const) {
    if (fact[key] === undefined) continue;
    yield {
      code: 'not-of-the-case',
      at: [...at, key],
      isKey: true,
      message: text(
        `\`${fact.id}\` est un fait du protocole seul.`,
        `\`${fact.id}\` is a fact of the protocol alone.`,
      ),
      remedy: text(
        `Retirez \`${key}\` : il est pour facts.yaml.`,
        `Leave \`${key}\` out: it is for facts.yaml.`,
      ),
    };
  }
}

/** Codes that are counted or marked are answers of the fact. */
export function* checkCounted(fact: FactDefinition, ofFact: Path): Iterable<CheckFinding> {
  const codes = codesTold(fact);
  const { counted = {}, marked = [] } = fact;
  const named = [
    ...Object.entries(counted).map(([figure, its]) => [['counted', figure], its] as const),
    [['marked'], marked] as const,
  ];
  for (const [key, its] of named)
    for (const [index, code] of its.entries()) {
      if (codes.includes(code)) continue;
      const message = text(
        `\`${code}\` n’est pas une réponse de \`${fact.id}\`.`,
        `\`${code}\` is no answer of \`${fact.id}\`.`,
      );
      yield {
        code: 'unknown-code',
        at: [...ofFact, ...key, index],
        message,
        remedy: proposeName(code, codes),
      };
    }
}

/** A version that says less than the one before of what the product needs to know would break it in silence. */
function* checkLost(
  document: ProtocolDocument,
  documents: readonly ProtocolDocument[],
): Iterable<CheckFinding> {
  const [before] = documents
    .filter(
      ({ protocol, version }) =>
        protocol === document.protocol && compareVersions(version, document.version) < 0,
    )
    .toSorted((a, b) => compareVersions(b.version, a.version));
  if (!before) return;
  const says = declared(document);
  for (const [field, at] of declared(before)) {
    if (says.has(field)) continue;
    yield {
      code: 'declaration-lost',
      at,
      isKey: true,
      message: text(
        `La version ${before.version} dit \`${field}\`, celle-ci ne le dit plus : le produit le lit.`,
        `Version ${before.version} says \`${field}\`, this one no longer does: the product reads it.`,
      ),
      remedy: text(`Écrivez \`${field}\` où c’est vrai.`, `Write \`${field}\` where it is true.`),
    };
  }
}

/** What a document declares for the product, each with the place where one would look for it. */
function declared(document: ProtocolDocument): ReadonlyMap<string, Path> {
  const { opensWith, noticesOnly, tells, absence, facts, steps, outcomes } = document;
  const found = new Map<string, Path>();
  if (opensWith) found.set(`opensWith: ${opensWith}`, ['protocol']);
  if (noticesOnly) found.set('noticesOnly: true', ['protocol']);
  if (tells) found.set(`tells: ${tells}`, ['protocol']);
  for (const key of Object.keys(absence ?? {})) found.set(`absence.${key}`, ['protocol']);
  for (const { margin } of Object.values(document.limits))
    if (margin) found.set(`limits.margin: ${margin}`, ['limits']);
  for (const { counted = {} } of Object.values(facts))
    for (const figure of Object.keys(counted)) found.set(`facts.counted.${figure}`, ['facts']);
  for (const { counted, reports, hands, saysCalled, requires } of steps) {
    if (counted) found.set(`steps.counted: ${counted}`, ['steps']);
    if (reports) found.set(`steps.reports: ${reports}`, ['steps']);
    if (hands) found.set(`steps.hands: ${hands}`, ['steps']);
    if (saysCalled) found.set('steps.saysCalled: true', ['steps']);
    for (const line of requires) if (line.counted) found.set(`requires.counted: ${line.counted}`, ['steps']);
  }
  for (const { rests, age } of outcomes) {
    if (rests) found.set(`outcomes.rests (${rests.keeps})`, ['outcomes']);
    if (age) found.set(`outcomes.age: ${age}`, ['outcomes']);
  }
  return found;
}
