import type { CaseFold } from '../fold/case-fold';
import type { CompiledFact } from '../compile/protocol-set';

/** Whether this was the run's own fact when the entry told it, and is the case's now: it yields to what the case was told. */
export function wasOwn(fold: CaseFold, fact: CompiledFact, entry: number): boolean {
  const told = fold.entries[entry];
  if (!told || !('runId' in told) || told.runId === undefined) return false;
  const [id = fact.key] = fact.key.split('.');
  return fold.findRun(told.runId)?.protocolAt(entry).factOf.get(id)?.isShared === false;
}
