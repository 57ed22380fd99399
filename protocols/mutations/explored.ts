import { compileProtocols, runExample } from '@repere/case-engine';
import { explore, type Solve } from '@repere/protocol-verifier';
import { type ProofFinding, type Library, loadProtocol, type ProtocolDocument } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import type { Fault } from './faults';
import { plantFault } from './plant-fault';

type Files = Readonly<Record<string, string>>;

/** What the explorer finds with the fault in, of the one property that it is about. `library` is what `files` hold. */
export async function exploreFault(
  library: Library,
  files: Files,
  fault: Fault,
  solve: Solve,
): Promise<readonly ProofFinding[]> {
  // In the version itself: what a territory makes of it is read with the same fault, and found the same.
  const planted = { ...withFault(library, files, fault), overlays: [] };
  const { findings } = await explore(planted, {
    solve,
    hash: () => '',
    protocols: [fault.protocol],
    only: [fault.caught ?? fault.loses ?? ''],
    // Most are found at once. That no history is told takes as long as is allowed: where none is expected, little is.
    limits: { states: fault.loses === undefined ? (fault.states ?? 400) : 40 },
  });
  return findings;
}

/** How many worked examples of the version part from what they expect, with the fault in. */
export function failingExamples(library: Library, files: Files, fault: Fault): number {
  const { shared, documents } = withFault(library, files, fault);
  if (!shared) throw new Error('facts.yaml is missing');
  const set = compileProtocols(shared, documents);
  const isOurs = ({ file }: { readonly file: string }): boolean =>
    file.includes(`/${fault.protocol}/${fault.version}/`);
  const examples = [
    ...library.examples.filter(isOurs).flatMap(({ example }) => example ?? []),
    ...library.vectors.filter(isOurs).flatMap(({ examples }) => examples),
  ];
  return examples.filter((example) => {
    const territory = territoryOf(String(example.territory));
    return territory && runExample(set, example, territory).length > 0;
  }).length;
}

/** The library with one protocol read anew, and nothing else: reading all of it takes longer than exploring it. */
function withFault(library: Library, files: Files, fault: Fault): Library {
  const file = `${fault.protocol}/${fault.version}/protocol.yaml`;
  const enFile = `${fault.protocol}/${fault.version}/en.yaml`;
  const text = plantFault(files, fault)[file] ?? '';
  const { document: planted, problems } = loadProtocol(
    { file, text, enFile, enText: files[enFile] },
    library.parts,
  );
  if (!planted) throw new Error(problems.map(({ message }) => message).join(' '));
  const isSame = (it: ProtocolDocument): boolean =>
    it.protocol === fault.protocol && it.version === fault.version;
  return { ...library, documents: library.documents.map((it) => (isSame(it) ? planted : it)) };
}
