import { SAFEGUARD_RULES } from '../../documents/safeguard-rules';
import { text } from '@repere/feel';
import type { Path } from '../../yaml/yaml-source';
import { proposeName } from '../propose-name';
import { type Check, type Checking, factsOf, type CheckFinding } from '../checking';

/** What opens and what is guarded exists; each safeguard says one thing. */
export const checkRules: Check = function* (checking) {
  const { document, documents } = checking;
  const protocols = documents.map(({ protocol }) => protocol);
  for (const [index, opens] of document.opens.entries()) {
    const at: Path = ['opens', index];
    if (!protocols.includes(opens.protocol)) {
      const message = text(
        `Il n’y a pas de protocole \`${opens.protocol}\`.`,
        `There is no protocol \`${opens.protocol}\`.`,
      );
      yield {
        code: 'unknown-protocol',
        at: [...at, 'protocol'],
        message,
        remedy: proposeName(opens.protocol, protocols),
      };
    }
    if ((opens.when === undefined) === (opens.unless === undefined)) {
      const message = text(
        `\`${opens.id}\` a besoin d’une condition, et d’une seule.`,
        `\`${opens.id}\` needs one condition.`,
      );
      yield {
        code: 'opens-without-condition',
        at,
        message,
        remedy: text('Écrivez soit `when`, soit `unless`.', 'Write either `when` or `unless`.'),
      };
    }
  }
  for (const [index, safeguard] of document.safeguards.entries()) {
    const at: Path = ['safeguards', index];
    if (SAFEGUARD_RULES.filter((rule) => safeguard[rule] !== undefined).length !== 1) {
      const message = text(
        `\`${safeguard.id}\` doit dire une seule chose.`,
        `\`${safeguard.id}\` must say exactly one thing.`,
      );
      yield {
        code: 'safeguard-not-one',
        at,
        message,
        remedy: text(`Une parmi : ${SAFEGUARD_RULES.join(', ')}.`, `One of: ${SAFEGUARD_RULES.join(', ')}.`),
      };
    }
    for (const rule of ['sameSteps', 'sameOutcome'] as const) {
      for (const [line, reading] of (safeguard[rule]?.whatever ?? []).entries()) {
        yield* checkReading(reading, [...at, rule, 'whatever', line], checking);
      }
    }
  }
};

/** `fact`, `list.field`, `checklist.item`, `protocol.fact` or `protocol.list.field`. */
function* checkReading(reading: string, at: Path, checking: Checking): Iterable<CheckFinding> {
  const [first = '', ...rest] = reading.split('.');
  const own = factsOf(checking);
  const versions = checking.documents.filter(({ protocol }) => protocol === first);
  const isOther = !Object.hasOwn(own, first) && versions.length > 0;
  const facts = isOther
    ? (Object.assign({}, ...versions.map((version) => version.facts)) as typeof own)
    : own;
  const [id, part] = isOther ? rest : [first, ...rest];
  const fact = id !== undefined && Object.hasOwn(facts, id) ? facts[id] : undefined;
  if (!fact) {
    const known = isOther
      ? Object.keys(facts)
      : [...Object.keys(own), ...checking.documents.map(({ protocol }) => protocol)];
    const message =
      isOther && id === undefined
        ? text(`\`${first}\` est un protocole, pas un fait.`, `\`${first}\` is a protocol, not a fact.`)
        : text(`Il n’y a pas de fait \`${reading}\`.`, `There is no fact \`${reading}\`.`);
    yield { code: 'unknown-fact', at, message, remedy: proposeName(id ?? first, known) };
  } else if (part !== undefined) {
    const parts = [...Object.keys(fact.row ?? {}), ...(fact.items ?? []).map((item) => item.id)];
    if (parts.includes(part)) return;
    yield {
      code: 'unknown-field',
      at,
      message: text(`\`${id}\` n’a pas de partie \`${part}\`.`, `\`${id}\` has no part \`${part}\`.`),
      remedy: proposeName(part, parts),
    };
  }
}
