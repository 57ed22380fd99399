import { citedBy } from './cited-by';
import type { ReferenceLine } from './trace-lines';
import type { Traced } from './trace-items';

/** Every fact of law and practice, F01 to F68, with how sure it is, since when it holds, and what stands on it. */
export function listReferences({ documents, shared, sources }: Traced): readonly ReferenceLine[] {
  return Object.values(sources)
    .filter(({ code }) => code.startsWith('F'))
    .map(({ code, title, confidence, inForce, source, aliases }) => ({
      code,
      title,
      confidence: confidence ?? null,
      inForce: inForce ?? null,
      source: source ?? null,
      aliases: aliases ?? [],
      citedBy: citedBy(code, documents, shared),
    }));
}
