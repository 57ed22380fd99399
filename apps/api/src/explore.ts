import {
  checkLibrary,
  documentsByTerritory,
  type ExploreReport,
  loadLibrary,
  newestVersions,
  type ProtocolDocument,
  type SharedDocument,
} from '@repere/protocol';
import { compileProtocols } from '@repere/case-engine';
import { explore, startSolver } from '@repere/protocol-verifier';
import { hashOf } from './protocols/hash-of';
import type { ExplorerInput, ExplorerLine } from './protocols/exploring/explorer';
import type { ShippedProof } from './protocols/exploring/prove-library';
import { readProtocolFiles } from './protocols/read-protocol-files';
import { machineNow } from './platform/clocks';

/**
 * A program of its own. Takes a library as one JSON text, says how far it is and then the report, one JSON a line. With a
 * folder it explores that, and prints what `proofs.json` holds.
 */
async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (folder !== undefined) {
    const report = await exploreAll({ files: readProtocolFiles(folder) }, () => undefined);
    const shipped: ShippedProof = { exploredAt: new Date(machineNow()).toISOString(), report };
    process.stdout.write(`${JSON.stringify(shipped, null, 2)}\n`);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const input = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ExplorerInput;
  sendLine({ report: await exploreAll(input, (progress) => sendLine({ progress })) });
}

async function exploreAll(
  { files, alsoPromised = {} }: Pick<ExplorerInput, 'files' | 'alsoPromised'>,
  onProgress: (fraction: number) => void,
): Promise<ExploreReport> {
  const library = loadLibrary(files);
  const fault = checkLibrary(library).find(({ severity }) => severity === 'error');
  if (fault || !library.shared)
    throw new Error(`${fault?.file ?? 'facts.yaml'}: ${fault?.message ?? 'missing'}`);
  // Hashes of the texts as they stand, without the promises that are added for exploring.
  const overlays = library.overlays.flatMap(({ overlay }) => overlay ?? []);
  const local = [...documentsByTerritory(newestVersions(library.documents), overlays).values()].flat();
  const hashes = new Map(
    [...library.documents, ...local].map((it) => [`${it.protocol}@${it.version}`, hashOf(it)]),
  );
  const solver = startSolver();
  try {
    return await explore(
      { ...library, documents: promising(library.shared, library.documents, alsoPromised) },
      {
        solve: solver.solve,
        hash: (document) => hashes.get(`${document.protocol}@${document.version}`) ?? hashOf(document),
        onProgress: (_finding, done, all) => onProgress(done / all),
      },
    );
  } finally {
    solver.stop();
  }
}

/** Held to more promises, as far as these still speak of things that are there. */
function promising(
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
  more: NonNullable<ExplorerInput['alsoPromised']>,
): readonly ProtocolDocument[] {
  return documents.map((document, place) =>
    (more[document.protocol] ?? []).reduce((held, safeguard) => {
      const candidate = { ...held, safeguards: [...held.safeguards, safeguard] };
      try {
        compileProtocols(shared, documents.with(place, candidate));
        return candidate;
      } catch {
        return held;
      }
    }, document),
  );
}

const sendLine = (line: ExplorerLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

main().catch((error: unknown) => {
  sendLine({ fault: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
});
