import type { Text } from '@repere/feel';
import type { Problem, ProtocolDocument, SharedDocument, StepDefinition } from '../documents/document';
import type { Sources } from '../load/load-sources';
import type { Parts } from '../parts/load-parts';
import type { Path, YamlSource } from '../yaml/yaml-source';

/** What a finding says; where it stands comes from the path. */
export interface CheckFinding {
  readonly code: string;
  readonly at: Path;
  /** Character inside the text at the path, for expressions. */
  readonly offset?: number;
  /** The key at the path is meant, not its value. */
  readonly isKey?: boolean;
  readonly message: Text;
  readonly remedy: Text;
  readonly severity?: 'error' | 'warning';
}

/** What a protocol is read against. */
export interface Surroundings {
  readonly shared: SharedDocument;
  readonly sources: Sources;
  /** Every document of the library, this one included. */
  readonly documents: readonly ProtocolDocument[];
  /** What documents use of parts.yaml, where it was read with them. */
  readonly parts?: Parts;
}

/** A protocol in its library, as checks see it. Checks are functions from it to findings. */
export interface Checking {
  readonly document: ProtocolDocument;
  readonly shared: SharedDocument;
  readonly sources: Sources;
  /** Every document of the library, this one included. */
  readonly documents: readonly ProtocolDocument[];
  /** What the file itself says at this path, defaults aside. */
  writtenAt(path: Path): unknown;
}

export type Check = (checking: Checking) => Iterable<CheckFinding>;

export function toProblem(source: YamlSource, finding: CheckFinding): Problem {
  const { code, at, offset, isKey, message, remedy, severity = 'error' } = finding;
  return {
    file: source.file,
    ...(isKey ? source.atKey(at) : source.at(at, offset)),
    code,
    message,
    remedy,
    severity,
  };
}

/** Own and shared facts, by id. */
export function factsOf({
  document,
  shared,
}: Checking): Readonly<Record<string, ProtocolDocument['facts'][string]>> {
  return { ...shared.facts, ...document.facts };
}

/** The list that a step adds to, is about, or closes. */
export function listOfStep(step: StepDefinition): string | undefined {
  return step.adds ?? step.about ?? step.closes;
}
