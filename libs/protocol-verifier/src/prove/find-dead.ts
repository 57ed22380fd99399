import type { CompiledProtocol } from '@repere/case-engine';
import { text } from '@repere/feel';
import type { ProofFinding } from '@repere/protocol';
import { findDeadConditions } from '../solver/find-dead-conditions';
import { findingAbout, coveredBy, type Proving } from './proving';

/** One finding for each condition that can never be true or always is; if there is none, one that says so. */
export async function findDead(
  { encoding, solve }: Proving,
  protocol: CompiledProtocol,
): Promise<readonly ProofFinding[]> {
  const { found, asked, queries } = await findDeadConditions(encoding, protocol.id, solve);
  const covered = coveredBy({ queries });
  const method = 'solver' as const;
  if (found.length === 0) {
    const title = text(
      `Chacune des ${asked} conditions peut être vraie et ne pas l'être`,
      `Each of the ${asked} conditions can be true and can fail to be`,
    );
    return [
      {
        ...findingAbout('no-dead-condition', protocol, protocol.id, title),
        verdict: 'proven',
        method,
        covered,
      },
    ];
  }
  return found.map((dead) => ({
    ...findingAbout('no-dead-condition', protocol, placeOf(dead), dead.message),
    verdict: 'broken',
    method,
    covered,
  }));
}

function placeOf({ place, id, line }: { place: string; id: string; line?: number }): string {
  return line === undefined ? `${place}/${id}` : `${place}/${id}/${line}`;
}
