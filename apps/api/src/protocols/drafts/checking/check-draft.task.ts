import type { ProtocolFiles } from '@repere/cases';
import {
  checkOverlay,
  checkProtocol,
  type Example,
  type LoadedProtocol,
  loadExample,
  loadProtocol,
  loadVectors,
  localDocuments,
  type Problem,
  type ProtocolDocument,
} from '@repere/protocol';
import { type ProtocolSet, runExample } from '@repere/case-engine';
import { territoryOf } from '@repere/territories';
import type { SandboxTask } from '../../../platform/sandbox/sandbox-task';
import { hashOf } from '../../hash-of';
import { libraryOf, type ProtocolLibrary } from '../../protocol-library';
import { readVersions, type SentVersion, type Versions } from '../../sent-versions';

/** What the checker says of a draft among what is published. */
export interface CheckedDraft {
  /** `null` while its form is wrong. */
  readonly document: ProtocolDocument | null;
  /** In the order of files and lines; paths as in the draft. */
  readonly problems: readonly Problem[];
}

/** So many are told one by one: more help nobody. */
const MOST_PROBLEMS = 300;

interface DraftToCheck {
  readonly files: ProtocolFiles;
  readonly beside: readonly SentVersion[];
}

/** The checker of `repere protocol check` and `test`, on the files of one version. */
export const CHECK_DRAFT: SandboxTask<DraftToCheck, CheckedDraft> = {
  name: 'draft.check',
  lane: 'protocols',
  mostMs: 20_000,
  perform({ files, beside }, surroundings) {
    const library = libraryOf(surroundings);
    const { document, problems } = new DraftChecker(library).check(files, readVersions(beside, library));
    return { document, problems: problems.length > MOST_PROBLEMS ? first(problems) : problems };
  },
};

/** Errors before warnings: what is left out says no more than what is kept. */
function first(problems: readonly Problem[]): readonly Problem[] {
  const isError = ({ severity }: Problem): boolean => severity === 'error';
  return [...problems.filter(isError), ...problems.filter((it) => !isError(it))].slice(0, MOST_PROBLEMS);
}

class DraftChecker {
  constructor(private readonly library: ProtocolLibrary) {}

  check(files: ProtocolFiles, beside: Versions): CheckedDraft {
    const unread = bracketsIn(files);
    if (unread.length > 0) return { document: null, problems: unread };
    const loaded = loadProtocol(
      {
        file: 'protocol.yaml',
        text: files['protocol.yaml'] ?? '',
        enFile: 'en.yaml',
        enText: files['en.yaml'],
      },
      this.library.parts,
    );
    const { document } = loaded;
    if (!document) return { document: null, problems: loaded.problems };
    const others = this.others(document, beside);
    const surroundings = { ...this.library, documents: [...others, document] };
    const problems = [...loaded.problems, ...checkProtocol(loaded, surroundings)];
    for (const overlay of this.library.overlays)
      if (overlay.overlay && localDocuments([document], [overlay.overlay]).length > 0)
        problems.push(...checkOverlay(overlay, { ...surroundings, documents: [document] }));
    const isSound = problems.every(({ severity }) => severity !== 'error');
    problems.push(...this.exampleProblems(files, loaded, isSound ? this.compiled(document, beside) : null));
    return { document, problems };
  }

  /** What is published beside it; a version of the same number is what it would replace. */
  private others(document: ProtocolDocument, beside: Versions): readonly ProtocolDocument[] {
    return [...beside.values()]
      .filter(({ base }) => base === null)
      .map((it) => it.document)
      .filter((it) => it.protocol !== document.protocol || it.version !== document.version);
  }

  private compiled(document: ProtocolDocument, beside: Versions): ProtocolSet {
    const overlays = this.library.overlays.flatMap(({ overlay }) => overlay ?? []);
    const all = [...this.others(document, beside), document, ...localDocuments([document], overlays)];
    return this.library.compiled(all.map((it) => ({ document: it, hash: hashOf(it) })));
  }

  /** Worked examples are read, and told with this version in the place of the one that they name. */
  private exampleProblems(
    files: ProtocolFiles,
    { document }: LoadedProtocol,
    set: ProtocolSet | null,
  ): readonly Problem[] {
    return Object.entries(files).flatMap(([file, text]) => {
      if (!/^(examples|vectors)\//.test(file)) return [];
      const { examples, problems } = readExamples(file, text);
      if (!set || !document) return problems;
      const told = examples.flatMap((example) =>
        playExample(set, asVersion(document, example)).map((message) => failing(file, message)),
      );
      return [...problems, ...told];
    });
  }
}

function readExamples(
  file: string,
  text: string,
): { examples: readonly Example[]; problems: readonly Problem[] } {
  if (file.startsWith('vectors/')) return loadVectors(text, file);
  const { example, problems } = loadExample(text, file);
  return { examples: example ? [example] : [], problems };
}

/** An example of a territory is played with what the territory makes of this version. */
const asVersion = ({ protocol, version }: ProtocolDocument, example: Example): Example => {
  const named = example.versions[protocol];
  if (named === undefined) return example;
  const [, local] = String(named).split('+');
  const told = local === undefined ? version : `${version}+${local}`;
  return { ...example, versions: { ...example.versions, [protocol]: told } };
};

function playExample(set: ProtocolSet, example: Example): readonly string[] {
  const territory = territoryOf(String(example.territory));
  return territory ? runExample(set, example, territory) : [`There is no territory ${example.territory}.`];
}

const failing = (file: string, message: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: 'example-fails',
  message: {
    fr: `Cet exemple ne se passe pas comme prévu : ${message}.`,
    en: `This example does not go as expected: ${message}.`,
  },
  remedy: {
    fr: 'Corrigez le protocole, ou ce que cet exemple attend.',
    en: 'Correct the protocol, or what this example expects.',
  },
  severity: 'error',
});

/** And dashes, which open lists as brackets do. A protocol has some hundreds; the parser takes seconds for half a million. */
const MOST_BRACKETS = 20_000;

const bracketsIn = (files: ProtocolFiles): readonly Problem[] =>
  Object.entries(files).flatMap(([file, text]): Problem[] => {
    if (!file.endsWith('.yaml') || text.split(/[[{]|- /, MOST_BRACKETS + 1).length <= MOST_BRACKETS)
      return [];
    const message = {
      fr: 'Ce fichier a trop de crochets pour être lu.',
      en: 'This file has too many brackets to be read.',
    };
    const remedy = { fr: 'Vérifiez que c’est le bon fichier.', en: 'Check that it is the right file.' };
    return [{ file, line: 1, column: 1, code: 'too-deep', message, remedy, severity: 'error' }];
  });
