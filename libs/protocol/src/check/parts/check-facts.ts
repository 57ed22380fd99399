import { text } from '@repere/feel';
import type { FactDefinition, ProtocolDocument } from '../../documents/document';
import { newestVersion } from '../../versions/newest-version';
import { FACT_TYPE_NAMES, FACT_TYPES, type FactTypeName } from '../../fact-types';
import { codesOf, typeOf } from '../../fact-types/of-fact';
import { proposeName } from '../propose-name';
import type { Path } from '../../yaml/yaml-source';
import type { Check, Checking, CheckFinding } from '../checking';

/** Keys that only some kinds of answer have, with those kinds. */
const ONLY_FOR: ReadonlyMap<string, readonly FactTypeName[]> = new Map(
  FACT_TYPE_NAMES.flatMap((name) => Object.keys(FACT_TYPES[name].schema)).map((key) => [
    key,
    FACT_TYPE_NAMES.filter((name) => Object.hasOwn(FACT_TYPES[name].schema, key)),
  ]),
);

/** Each fact has what its type needs and nothing else. */
export const checkFacts: Check = function* (checking) {
  for (const [id, fact] of Object.entries(checking.document.facts))
    yield* checkFact(fact, ['facts', id], checking);
};

export function* checkFact(
  fact: FactDefinition,
  at: Path,
  checking: Pick<Checking, 'writtenAt' | 'documents'>,
): Iterable<CheckFinding> {
  for (const [key, types] of ONLY_FOR) {
    if (types.includes(fact.type) || checking.writtenAt([...at, key]) === undefined) continue;
    const wanted = types.map((type) => `\`type: ${type}\``);
    const remedy = text(
      `\`${key}\` va avec ${wanted.join(' ou ')}.`,
      `\`${key}\` goes with ${wanted.join(' or ')}.`,
    );
    yield {
      code: 'wrong-key-for-type',
      at: [...at, key],
      isKey: true,
      message: text(
        `Un fait de type ${fact.type} n’a pas de \`${key}\`.`,
        `A fact of type ${fact.type} has no \`${key}\`.`,
      ),
      remedy,
    };
  }
  yield* checkCodes(fact, at, checking);
  const { needs } = typeOf(fact);
  if (needs && Object.keys(fact[needs.key] ?? {}).length === 0)
    yield lacking(fact, at, needs.key, needs.example);
  if (fact.min !== undefined && fact.max !== undefined && fact.min > fact.max) {
    const message = text(
      `Aucun nombre n’est compris entre ${fact.min} et ${fact.max}.`,
      `No number lies between ${fact.min} and ${fact.max}.`,
    );
    yield {
      code: 'empty-range',
      at: [...at, 'min'],
      message,
      remedy: text('Échangez `min` et `max`.', 'Exchange `min` and `max`.'),
    };
  }
  if (fact.orderedBy !== undefined && !Object.hasOwn(fact.row ?? {}, fact.orderedBy)) {
    yield {
      code: 'unknown-field',
      at: [...at, 'orderedBy'],
      message: text(
        `Les lignes de \`${fact.id}\` n’ont pas de champ \`${fact.orderedBy}\`.`,
        `Rows of \`${fact.id}\` have no field \`${fact.orderedBy}\`.`,
      ),
      remedy: proposeName(fact.orderedBy, Object.keys(fact.row ?? {})),
    };
  }
  if (fact.writtenBy !== undefined) yield* checkWriter(fact, fact.writtenBy, at, checking.documents);
  for (const [field, definition] of Object.entries(fact.row ?? {})) {
    yield* checkFact(definition, [...at, 'row', field], checking);
  }
}

function* checkCodes(
  fact: FactDefinition,
  at: Path,
  { writtenAt }: Pick<Checking, 'writtenAt'>,
): Iterable<CheckFinding> {
  const codes = codesOf(fact);
  if ('labels' in typeOf(fact).schema) yield* checkLabels(fact, codes, at, writtenAt);
  for (const [index, code] of (fact.ranked ?? []).entries()) {
    if (!codes.includes(code)) yield unknownCode(fact, code, codes, [...at, 'ranked', index]);
  }
  const unranked = fact.ranked ? codes.filter((code) => !fact.ranked?.includes(code)) : [];
  if (unranked.length === 0) return;
  yield {
    code: 'unranked-code',
    at: [...at, 'ranked'],
    message: text(
      `\`${fact.id}\` ne classe pas ${unranked.map((code) => `\`${code}\``).join(', ')}.`,
      `\`${fact.id}\` doesn’t rank ${unranked.map((code) => `\`${code}\``).join(', ')}.`,
    ),
    remedy: text(
      'Classez chaque code, de ce qui protège le plus à ce qui protège le moins.',
      'Rank every code, from the most to the least protective.',
    ),
  };
}

function* checkLabels(
  fact: FactDefinition,
  codes: readonly string[],
  at: Path,
  writtenAt: Checking['writtenAt'],
): Iterable<CheckFinding> {
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) {
    const message = text(
      `\`${twice}\` est écrit deux fois dans \`${fact.id}\`.`,
      `\`${twice}\` stands twice in \`${fact.id}\`.`,
    );
    yield {
      code: 'duplicate-code',
      at,
      isKey: true,
      message,
      remedy: text('Gardez-en un seul.', 'Keep one.'),
    };
  }
  for (const code of codes) {
    if (writtenAt([...at, 'values', code]) !== undefined || writtenAt([...at, 'labels', code]) !== undefined)
      continue;
    const message = text(
      `Le code \`${code}\` de \`${fact.id}\` n’a pas de libellé.`,
      `The code \`${code}\` of \`${fact.id}\` has no words.`,
    );
    yield {
      code: 'missing-label',
      at,
      isKey: true,
      message,
      remedy: text(`Ajoutez \`${code}: …\` à \`labels\`.`, `Add \`${code}: …\` to \`labels\`.`),
    };
  }
  for (const code of Object.keys(writtenAt([...at, 'labels']) ?? {})) {
    if (!codes.includes(code))
      yield { ...unknownCode(fact, code, codes, [...at, 'labels', code]), isKey: true };
  }
}

function* checkWriter(
  fact: FactDefinition,
  writer: string,
  at: Path,
  documents: readonly ProtocolDocument[],
): Iterable<CheckFinding> {
  const [protocol = '', step = ''] = writer.split('.');
  const newest = newestVersion(protocol, documents);
  const steps = newest?.steps ?? [];
  if (steps.some(({ id, fields }) => id === step && fields.includes(fact.id))) return;
  const isStep = steps.some(({ id }) => id === step);
  yield {
    code: isStep ? 'writer-does-not-ask' : 'unknown-step',
    at: [...at, 'writtenBy'],
    message: isStep
      ? text(
          `L’étape \`${writer}\` ne demande pas \`${fact.id}\`.`,
          `The step \`${writer}\` doesn’t ask \`${fact.id}\`.`,
        )
      : newest
        ? text(
            `Il n’y a pas d’étape \`${step}\` dans \`${protocol}@${newest.version}\`, sa dernière version.`,
            `There is no step \`${step}\` in \`${protocol}@${newest.version}\`, its newest version.`,
          )
        : text(`Il n’y a pas de protocole \`${protocol}\`.`, `There is no protocol \`${protocol}\`.`),
    remedy: isStep
      ? text(`Ajoutez \`${fact.id}\` à ses \`fields\`.`, `Add \`${fact.id}\` to its \`fields\`.`)
      : newest
        ? proposeName(
            step,
            steps.map(({ id }) => id),
          )
        : proposeName(
            protocol,
            documents.map((document) => document.protocol),
          ),
  };
}

function unknownCode(fact: FactDefinition, code: string, codes: readonly string[], at: Path): CheckFinding {
  const message = text(
    `\`${fact.id}\` n’a pas de code \`${code}\`.`,
    `\`${fact.id}\` has no code \`${code}\`.`,
  );
  return { code: 'unknown-code', at, message, remedy: proposeName(code, codes) };
}

function lacking(fact: FactDefinition, at: Path, key: string, example: string): CheckFinding {
  const message = text(
    `\`${fact.id}\` est de type ${fact.type} et a besoin de \`${key}\`.`,
    `\`${fact.id}\` is a ${fact.type} and needs \`${key}\`.`,
  );
  return {
    code: 'missing-key',
    at,
    isKey: true,
    message,
    remedy: text(`Ajoutez \`${example}\`.`, `Add \`${example}\`.`),
  };
}
