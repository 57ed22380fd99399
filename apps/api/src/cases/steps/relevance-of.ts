import type { FactValues, FieldClass } from '@repere/protocol';
import { relevantFields } from '@repere/case-engine';
import type { Truth } from '@repere/feel';
import type { AboutStep } from '../acts/case-command-handler';
import type { LoadedCase } from '../reading/loaded-case';
import { namesOfAll, readsHidden } from '../page/redaction/redact-deviations';

/** What is being filled in: what one sends oneself tells one nothing. */
interface Sent {
  readonly values?: FactValues;
  readonly row?: { readonly id: string; readonly values: FactValues };
}

/**
 * Whether each field of a step matters, by what is known and sent. Not decided, and so shown, where the answer would tell what
 * the reader may not see.
 */
export function relevanceOf(
  file: LoadedCase,
  { runId, step }: AboutStep,
  redacted: ReadonlySet<FieldClass>,
  { values = {}, row }: Sent = {},
): Readonly<Record<string, Truth>> {
  const relevant = relevantFields(file.state, runId, step, values, row);
  if (redacted.size === 0) return relevant;
  const isSent = (name: string): boolean => name in values || (row !== undefined && name in row.values);
  return Object.fromEntries(
    Object.entries(relevant).map(([id, matters]) => {
      const [list = null] = id.includes('.') ? id.split('.') : [];
      const condition = file.findFact(runId, id)?.relevant;
      const names = condition === undefined ? [] : namesOfAll([condition]);
      const unsent = names && names.filter((name) => !isSent(name.split('.')[0] ?? name));
      return [id, readsHidden(file, runId, list, unsent, redacted) ? null : matters];
    }),
  );
}
