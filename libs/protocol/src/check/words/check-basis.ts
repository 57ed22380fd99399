import { text, type Text } from '@repere/feel';
import type { DeadlineOrigin } from '../../documents/document';
import type { Sources } from '../../load/load-sources';
import { proposeName } from '../propose-name';
import type { Path } from '../../yaml/yaml-source';
import type { Check, Checking, CheckFinding } from '../checking';

const LAST_REPORT_LINE = 1393;
const CODES_OF_LAW = [
  'CASF',
  'C. civ.',
  'C. pén.',
  'CPP',
  'CPC',
  'CSP',
  'CESEDA',
  'CJPM',
  'COJ',
  'C. éduc.',
  'C. trav.',
  'CIDE',
];
const ARTICLE = new RegExp(
  String.raw`^(?:${CODES_OF_LAW.map((code) => code.replaceAll('.', String.raw`\.`)).join('|')}) (?:art\. )?[LRDA]?\d+(?:-\d+)*(?: .+)?$`,
);
const HOW = text(
  'S19, F36, G07 de sources.yaml ; P4.6 ; L287-292 ; ou un article : CASF L226-3, C. civ. 388.',
  'S19, F36, G07 of sources.yaml; P4.6; L287-292; or an article: CASF L226-3, C. civ. 388.',
);

/** Every cited ground exists, every step has one, and an origin cites the kind of ground that it claims. */
export const checkBasis: Check = function* (checking) {
  const { document } = checking;
  yield* checkCodes(checking, document.basis, ['basis']);
  for (const [id, limit] of Object.entries(document.limits)) {
    if (limit.basis.length === 0)
      yield withoutBasis(
        text(`la limite \`${id}\` a cette valeur`, `the limit \`${id}\` has this value`),
        ['limits', id],
        true,
      );
    yield* checkCodes(checking, limit.basis, ['limits', id, 'basis']);
    if (limit.origin)
      yield* checkOrigin(checking.sources, limit.origin, limit.basis, ['limits', id, 'origin']);
  }
  for (const [id, fact] of Object.entries(document.facts)) {
    yield* checkCodes(checking, fact.basis, ['facts', id, 'basis']);
    for (const [field, definition] of Object.entries(fact.row ?? {})) {
      yield* checkCodes(checking, definition.basis, ['facts', id, 'row', field, 'basis']);
    }
  }
  for (const [index, step] of document.steps.entries()) {
    const at: Path = ['steps', index];
    if (step.basis.length === 0)
      yield {
        ...withoutBasis(text(`l’étape \`${step.id}\` existe`, `the step \`${step.id}\` exists`), at),
        code: 'step-without-basis',
      };
    yield* checkCodes(checking, step.basis, [...at, 'basis']);
    for (const [line, { basis }] of step.requires.entries())
      yield* checkCodes(checking, basis, [...at, 'requires', line, 'basis']);
    for (const [line, { basis }] of step.flags.entries())
      yield* checkCodes(checking, basis, [...at, 'flags', line, 'basis']);
    if (step.due) {
      yield* checkCodes(checking, step.due.basis, [...at, 'due', 'basis']);
      yield* checkOrigin(checking.sources, step.due.origin, step.due.basis, [...at, 'due', 'origin']);
    }
  }
  for (const [index, opens] of document.opens.entries()) {
    if (opens.basis.length === 0)
      yield withoutBasis(
        text(`\`${opens.id}\` ouvre ${opens.protocol}`, `\`${opens.id}\` opens ${opens.protocol}`),
        ['opens', index],
      );
    yield* checkCodes(checking, opens.basis, ['opens', index, 'basis']);
    if (opens.delay)
      yield* checkOrigin(checking.sources, opens.delay.origin, opens.basis, [
        'opens',
        index,
        'delay',
        'origin',
      ]);
  }
  for (const [index, { basis }] of document.safeguards.entries())
    yield* checkCodes(checking, basis, ['safeguards', index, 'basis']);
};

function withoutBasis(what: Text, at: Path, isKey = false): CheckFinding {
  const message = text(`Personne ne peut dire pourquoi ${what.fr}.`, `Nobody can tell why ${what.en}.`);
  return {
    code: 'missing-basis',
    at,
    isKey,
    message,
    remedy: text(`Ajoutez \`basis:\` ${HOW.fr}`, `Add \`basis:\` ${HOW.en}`),
  };
}

export function* checkCodes(
  { sources }: Pick<Checking, 'sources'>,
  basis: readonly string[],
  at: Path,
): Iterable<CheckFinding> {
  for (const code of basis) {
    if (
      Object.hasOwn(sources, code) ||
      /^P\d{1,2}(?:-Z\d?)?(?:\.\d+[a-z]?)?$/.test(code) ||
      isReportLine(code) ||
      ARTICLE.test(code)
    )
      continue;
    const isSource = /^[SFG]\d+$/.test(code);
    yield {
      code: 'unknown-basis',
      at,
      message: isSource
        ? text(`\`${code}\` n’est pas dans sources.yaml.`, `\`${code}\` isn’t in sources.yaml.`)
        : text(
            `\`${code}\` n’est pas une source que l’on puisse vérifier.`,
            `\`${code}\` isn’t a ground that can be looked up.`,
          ),
      remedy: isSource ? proposeName(code, Object.keys(sources)) : HOW,
    };
  }
}

function isReportLine(code: string): boolean {
  const [, first, last] = /^L(\d+)(?:-(\d+))?$/.exec(code) ?? [];
  return (
    first !== undefined &&
    Number(first) >= 1 &&
    Number(first) <= Number(last ?? first) &&
    Number(last ?? first) <= LAST_REPORT_LINE
  );
}

/** A LEGAL or MEDICAL period stands on a verified fact, a REPORT one on an item of the report; TOOL claims nothing. */
function* checkOrigin(
  sources: Sources,
  origin: DeadlineOrigin,
  basis: readonly string[],
  at: Path,
): Iterable<CheckFinding> {
  if (origin === 'TOOL') return;
  const letter = origin === 'REPORT' ? 'S' : 'F';
  const cited = basis.filter((code) => code.startsWith(letter) && Object.hasOwn(sources, code));
  if (cited.length === 0) {
    yield {
      code: 'origin-without-ground',
      at,
      message: text(
        `${origin} a besoin d’une source en ${letter} : ${origin === 'REPORT' ? 'un point du rapport' : 'un texte ou un usage établi'}.`,
        `${origin} needs a ground of the kind ${letter}: ${origin === 'REPORT' ? 'an item of the report' : 'a fact of law or practice'}.`,
      ),
      remedy: text(
        `Citez-la dans \`basis\`, ou écrivez \`origin: TOOL\` : notre propre repère, sans valeur légale.`,
        `Cite it in \`basis\`, or write \`origin: TOOL\`: our own default, without legal force.`,
      ),
    };
  }
  const unverified = cited.filter((code) => sources[code]?.confidence === 'U');
  if (unverified.length > 0) {
    yield {
      code: 'unverified-ground',
      at,
      message: text(
        `${unverified.join(', ')} n’est pas vérifié : aucune règle ne peut s’y appuyer.`,
        `${unverified.join(', ')} is unverified: no rule may stand on it.`,
      ),
      remedy: text(
        'Citez un texte qui a été lu (A, B ou C), ou écrivez `origin: TOOL`.',
        'Cite a fact whose wording was read (A, B or C), or write `origin: TOOL`.',
      ),
    };
  }
}
