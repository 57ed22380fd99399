import type { Sha256, VerifySignature } from '@repere/ledger';
import { checkConsistency } from './checks/check-consistency';
import { checkFiles } from './checks/check-files';
import { checkInclusion } from './checks/check-inclusion';
import { checkMade } from './checks/check-made';
import { checkOpenings } from './checks/check-openings';
import { checkProtocols } from './checks/check-protocols';
import { checkReplay } from './checks/check-replay';
import { checkSignature } from './checks/check-signature';
import { checkStreams } from './checks/check-streams';
import { notPossible, bothLanguages } from './checks/found';
import { mistyped, type Pinned } from './checks/read-pinned';
import type { BundleCheck, BundleReport, Manifest, BothLanguages } from './bundle-format';
import { type BundleFiles, openPaced, type OpenOptions } from './open-bundle';
import { finishWork, type Paced } from './paced';
import { MANIFEST, type ReadBundle, readBundle, readManifest } from './reading/read-bundle';
import { type ReadProblem, Unreadable } from './reading/read-problem';

export interface VerifyOptions {
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
  readonly pinned?: Pinned;
  /** The auditor's clock, epoch milliseconds: a bundle from the future is said to be one. */
  readonly now?: number;
}

/** Opens and verifies a bundle as it comes. Never throws on what is in it. */
export function checkBundle(bytes: Uint8Array, options: VerifyOptions & OpenOptions): BundleReport {
  return finishWork(checkPaced(bytes, options));
}

/** The same, with stops: for a page that has to stay alive. */
export function* checkPaced(bytes: Uint8Array, options: VerifyOptions & OpenOptions): Paced<BundleReport> {
  const opened = yield* openPaced(bytes, options);
  return opened.ok ? yield* verifyPaced(opened.files, options) : unreadableReport(opened.problem);
}

/**
 * Everything that can be checked of a bundle without whoever made it: each check in the order of `BundleCheck`, all of
 * them even after one has failed, so that the act at fault is named wherever it shows. Never throws on what is in the files.
 */
export function verifyBundle(files: BundleFiles, options: VerifyOptions): BundleReport {
  return finishWork(verifyPaced(files, options));
}

function* verifyPaced(files: BundleFiles, options: VerifyOptions): Paced<BundleReport> {
  const mistake = mistyped(options.pinned ?? {}, options.sha256);
  if (mistake) return { verdict: 'unreadable', checks: [mistake], limits: [] };
  try {
    const manifest = readManifest(files);
    return yield* reportOn(yield* readBundle(files, manifest, options.sha256), manifest, files, options);
  } catch (thrown) {
    if (thrown instanceof Unreadable) return unreadableReport(thrown.problem);
    throw thrown;
  }
}

function* reportOn(
  bundle: ReadBundle,
  manifest: Manifest,
  files: BundleFiles,
  options: VerifyOptions,
): Paced<BundleReport> {
  const { sha256, verifySignature, pinned = {} } = options;
  const { streams, made } = bundle;
  const fileCheck = yield* checkFiles(files, manifest, bundle.faults, sha256);
  // A file that is as it was made, and still can't be read, is nobody's forgery.
  const [unread] = bundle.faults;
  if (unread && fileCheck.outcome === 'ok') return unreadableReport(unread);

  const signature = checkSignature(bundle.checkpoint, bundle.keys, {
    sha256,
    verifySignature,
    pinned,
  });
  const { checkpoint, chain } = signature;
  const entries = streams.flatMap((stream) => [...stream.entries, ...stream.accessEvents]);
  const manifestBytes = files.get(MANIFEST) ?? new Uint8Array();
  const inclusion = checkpoint
    ? yield* checkInclusion([...entries, made], bundle.tree, checkpoint, sha256)
    : notPossible('inclusion', ...NO_CHECKPOINT);
  const consistency = checkpoint
    ? checkConsistency({
        checkpoint,
        proofs: bundle.consistency.proofs,
        chain,
        sha256,
        verifySignature,
        ...(pinned.checkpoint !== undefined && { pinned: pinned.checkpoint }),
      })
    : { check: notPossible('consistency', ...NO_CHECKPOINT), limits: [] };
  const inOrder = checkStreams(bundle);
  const openings = checkOpenings(entries);
  const checks: readonly BundleCheck[] = [
    fileCheck,
    signature.check,
    inclusion,
    checkMade(made, manifestBytes, sha256),
    consistency.check,
    inOrder.check,
    openings.check,
    checkProtocols(bundle),
    yield* checkReplay(bundle),
  ];
  const verdict = verdictOf(checks, signature.isKnown, checkpoint?.origin ?? '');
  return {
    verdict,
    checks: signature.isKnown && verdict !== 'tampered' ? checks.map(soundAllTheSame) : checks,
    limits: [
      ...(pinned.key === undefined ? [KEY_NOT_PINNED(bundle.keys.keys.at(-1)?.key ?? '')] : []),
      ...(checkpoint?.size === 0 ? [EMPTY_RECORD] : []),
      ...consistency.limits,
      ...inOrder.limits,
      ...openings.limits,
      ...(isFromFuture(manifest, options.now) ? [FROM_FUTURE] : []),
      ...(checkpoint?.origin.startsWith(TRAINING) ? [FROM_TRAINING] : []),
    ],
    ...(checkpoint && { origin: checkpoint.origin, size: checkpoint.size }),
    entries: entries.length + 1,
  };
}

/** What could not be replayed is intact all the same, where everything else holds and is signed by whom the auditor knows. */
const soundAllTheSame = (check: BundleCheck): BundleCheck =>
  check.check === 'replay' && check.outcome === 'not-possible'
    ? {
        ...check,
        said: bothLanguages(
          check.said.fr.replace(/^Rejeu/, 'Intact, rejeu'),
          check.said.en.replace(/^Replay/, 'Intact, replay'),
        ),
      }
    : check;

function verdictOf(
  checks: readonly BundleCheck[],
  isSignerKnown: boolean,
  origin: string,
): BundleReport['verdict'] {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'tampered';
  if (!isSignerKnown) return 'unknown-signer';
  return origin.startsWith(TRAINING) ? 'exercise' : 'sound';
}

/** The report on what can't be opened, or is no bundle. */
export function unreadableReport({ said: why, file }: ReadProblem): BundleReport {
  return {
    verdict: 'unreadable',
    checks: [{ check: 'files', outcome: 'failed', said: why, ...(file !== undefined && { file }) }],
    limits: [],
  };
}

const isFromFuture = ({ madeAt }: Manifest, now = Infinity): boolean => Date.parse(madeAt) > now;

const NO_CHECKPOINT = [
  'Rien à quoi comparer : le point de contrôle n’est pas authentique.',
  'Nothing to compare with: the checkpoint is not authentic.',
] as const;

const KEY_NOT_PINNED = (key: string): BothLanguages =>
  bothLanguages(
    `La clé du registre vient du dossier de preuve lui-même. Comparez-la à celle que le service publie : ${key}`,
    `The key of the record comes from the bundle itself. Compare it with the one that the service publishes: ${key}`,
  );

/** How the log of a training space is named: the same key signs it, and what is in it was played. */
const TRAINING = 'repere/training/';

const FROM_TRAINING = bothLanguages(
  'Ce dossier de preuve vient d’un espace de formation : ce qui s’y trouve est un exercice.',
  'This bundle comes from a training space: what it holds is an exercise.',
);

const EMPTY_RECORD = bothLanguages(
  'Le point de contrôle de ce dossier de preuve est celui d’un registre vide : il ne prouve rien.',
  'The checkpoint of this bundle is that of an empty record: it proves nothing.',
);

const FROM_FUTURE = bothLanguages(
  'Le dossier de preuve est daté plus tard que l’heure de cet ordinateur.',
  'The bundle is dated later than the time of this computer.',
);
