import { namedVersions, type Problem } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { checkWritten } from '@repere/training';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { type HashedDocument, keyOf, libraryOf } from '../../protocols/protocol-library';
import { readVersions, type SentVersion } from '../../protocols/sent-versions';
import type { Words } from '@repere/cases';

interface WrittenScenario {
  readonly yaml: string;
  readonly published: readonly SentVersion[];
  /** Beside them, as if they were. */
  readonly drafts: readonly HashedDocument[];
}

/** What a text says of itself; `null`: it can not be read. */
export interface ScenarioHead {
  readonly name: string;
  readonly title: Words;
  readonly child: string;
  readonly protocols: readonly string[];
  readonly minutes: number;
  /** Every version that it names, `name@version`. */
  readonly versions: readonly string[];
}

export interface CheckedText {
  readonly head: ScenarioHead | null;
  readonly problems: readonly Problem[];
}

/** Form, names, times, loops; then its beginning and its runs, told to their ends. */
export const CHECK_SCENARIO: SandboxTask<WrittenScenario, CheckedText> = {
  name: 'scenario.check',
  lane: 'protocols',
  mostMs: 20_000,
  perform({ yaml, published, drafts }, surroundings) {
    const library = libraryOf(surroundings);
    const set = library.compiled([...readVersions(published, library).values(), ...drafts]);
    const codes = new Set(Object.keys(library.sources));
    const { scenario, problems } = checkWritten(yaml, { set, codes, territoryOf, isRehearsed: true });
    return { head: scenario && headOf(scenario), problems };
  },
};

type Read = NonNullable<ReturnType<typeof checkWritten>['scenario']>;

function headOf(scenario: Read): ScenarioHead {
  const { scenario: name, title, cast, protocol, minutes } = scenario;
  const named = namedVersions(scenario);
  return {
    ...{ name, title: { fr: title.fr, en: title.en }, child: cast[0]?.name ?? '', minutes },
    protocols: [protocol, ...named.map(([it]) => it).filter((it) => it !== protocol)],
    versions: named.map(([it, version]) => keyOf(it, version)),
  };
}
