import type { ProtocolDocument, SharedDocument } from '../documents/document';
import type { TraceAnswer } from './trace-lines';

/** What these protocols and shared facts rest on a code: protocols first, then their steps, safeguards and facts, in order. */
export function citedBy(
  code: string,
  documents: readonly ProtocolDocument[],
  shared: SharedDocument,
): readonly TraceAnswer[] {
  const cites = ({ basis }: { readonly basis: readonly string[] }) => basis.includes(code);
  const own = documents.flatMap((document): TraceAnswer[] => {
    const { protocol, version } = document;
    const of = { protocol, version };
    return [
      ...(cites(document) ? [{ kind: 'protocol' as const, title: document.title, ...of }] : []),
      ...document.steps
        .filter(stepCites(code))
        .map(({ id, title }) => ({ kind: 'step' as const, title, id, ...of })),
      ...document.safeguards
        .filter(cites)
        .flatMap(({ id, title }) => (title ? [{ kind: 'safeguard' as const, title, id, ...of }] : [])),
      ...Object.values(document.facts)
        .filter(cites)
        .map(({ id, title }) => ({ kind: 'fact' as const, title, id, ...of })),
    ];
  });
  const ofTheCase = Object.values(shared.facts)
    .filter(cites)
    .map(({ id, title }) => ({ kind: 'fact' as const, title, id }));
  return [...own, ...ofTheCase];
}

/** A step cites what its deadline, requirements and flags cite. */
function stepCites(code: string): (step: ProtocolDocument['steps'][number]) => boolean {
  return ({ basis, due, requires, flags }) =>
    [basis, due?.basis ?? [], ...[...requires, ...flags].map((it) => it.basis)].some((codes) =>
      codes.includes(code),
    );
}
