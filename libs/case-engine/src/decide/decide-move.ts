import type { CaseFold } from '../fold/case-fold';
import { checkWords } from './checks/check-sent';
import type { Command, DecideContext, Reason } from '../journal/engine-types';
import { entryBase } from '../journal/entry-base';
import type { RunMoved } from '../journal/journal-entry';
import { findProtocol } from '../compile/protocol-set';
import { refusal } from './reason';

/**
 * The move of a run to another published version of its protocol, or why not. Forward or back; a run whose steps are all done
 * too, since a new version may ask for more. For a supervisor: what the change does to a child is weighed, and written down.
 */
export function decideMove(
  fold: CaseFold,
  command: Extract<Command, { kind: 'move-run' }>,
  context: DecideContext,
): RunMoved | readonly Reason[] {
  const { runId, version } = command;
  const run = fold.findRun(runId);
  if (!run) return [refusal('no-such-run', { runId })];
  const reasons: Reason[] = [];
  if (!context.actor.roles.includes('SUP')) reasons.push(refusal('not-yours-to-move', { field: 'actor' }));
  if (!findProtocol(fold.set, run.protocol.id, version)) {
    reasons.push(refusal('no-such-protocol', { field: 'version' }));
  } else if (version === run.protocol.version) reasons.push(refusal('same-version', { field: 'version' }));
  checkWords(command.reason, 'reason', reasons);
  if (reasons.length > 0) return reasons.map((it) => ({ runId, ...it }));
  return {
    kind: 'run-moved',
    ...entryBase(fold, context, context.actor.id),
    runId,
    from: run.protocol.version,
    to: version,
    reason: command.reason,
  };
}
