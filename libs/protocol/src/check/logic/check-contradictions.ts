import { text } from '@repere/feel';
import { contradictionsIn } from '../../reasons/reason-lists';
import type { Checking, CheckFinding } from '../checking';
import { formulaOf, type Reading } from './formula';
import { truthsOf } from './truth-table';

/** Reasons that could never be given, or never be refused, for the answer that they ground: `contradictedBy` decides nothing. */
export function* checkContradictions(
  { document, shared }: Checking,
  reading: Reading,
): Iterable<CheckFinding> {
  const contradictions = contradictionsIn(document, shared);
  for (const [index, { decides, reasons }] of document.steps.entries()) {
    for (const [value, list] of Object.entries(reasons)) {
      for (const [code, condition] of Object.entries(contradictions[list] ?? {})) {
        const { test, domains } = formulaOf(condition, undefined, reading);
        // Read with the answer that the reason goes with, as if it were in effect.
        const decided = decides !== undefined && domains.has(decides) ? decides : undefined;
        const truths = truthsOf(
          test,
          decided === undefined ? domains : new Map([...domains, [decided, { values: [value] }]]),
        );
        const at = ['steps', index, 'reasons', value];
        if (truths && !truths.has(false) && truths.has(true)) {
          yield {
            code: 'reason-always-contradicted',
            at,
            message: text(
              `Le motif \`${code}\` de \`${list}\` est toujours contredit : il ne peut jamais fonder \`${value}\`.`,
              `The reason \`${code}\` of \`${list}\` is always contradicted: it can never ground \`${value}\`.`,
            ),
            remedy: text(
              'Corrigez `contradictedBy`, ou retirez ce motif de la liste.',
              'Correct `contradictedBy`, or take this reason off the list.',
            ),
          };
        } else if (truths && !truths.has(true)) {
          yield {
            code: 'reason-never-contradicted',
            at,
            message: text(
              `Le \`contradictedBy\` du motif \`${code}\` de \`${list}\` n’est jamais vrai pour \`${value}\` : il ne refuse rien.`,
              `The \`contradictedBy\` of the reason \`${code}\` of \`${list}\` is never true for \`${value}\`: it refuses nothing.`,
            ),
            remedy: text(
              'Corrigez `contradictedBy`, ou retirez-le.',
              'Correct `contradictedBy`, or leave it out.',
            ),
          };
        }
      }
    }
  }
}
