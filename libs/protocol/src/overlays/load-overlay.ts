import { checkStructure } from '../yaml/check-structure';
import type { Problem, Role, SafeguardDefinition, StepDefinition } from '../documents/document';
import { inlineTranslation } from '../translation/inline-translation';
import { readSafeguards } from '../load/read-rules';
import { readStep } from '../load/read-step';
import type { SafeguardYaml, StepYaml } from '../yaml/yaml-shapes';
import { readYaml, type YamlSource } from '../yaml/yaml-source';

/** What a territory adds to a protocol, and what it makes stricter. */
export interface OverlayDocument {
  readonly protocol: string;
  /** Every version with this major number, */
  readonly major: number;
  /** from the one in whose folder it lies on. */
  readonly since: string;
  readonly territory: string;
  /** Nobody of that territory asked for it: a worked example, which only a demo publishes. */
  readonly isFictional: boolean;
  /** Overlays are published as versions are: a changed one takes the next number. */
  readonly number: number;
  readonly limits: Readonly<Record<string, number>>;
  /** Step → shorter deadline. */
  readonly due: Readonly<Record<string, { readonly within: string }>>;
  /** Step → a second person, always. */
  readonly approvals: Readonly<Record<string, { readonly role: Role }>>;
  readonly steps: readonly StepDefinition[];
  readonly safeguards: readonly SafeguardDefinition[];
}

export interface LoadedOverlay {
  readonly overlay?: OverlayDocument;
  readonly problems: readonly Problem[];
  readonly source: YamlSource;
}

interface OverlayYaml {
  readonly overlay: {
    readonly of: string;
    readonly territory: string;
    readonly fictional?: boolean;
    readonly number?: number;
    readonly tighten?: Partial<Pick<OverlayDocument, 'limits' | 'due' | 'approvals'>>;
    readonly add?: { readonly steps?: readonly StepYaml[]; readonly safeguards?: readonly SafeguardYaml[] };
  };
}

/** Turns an overlay's text into what it adds and tightens. Never throws; whether it may is `checkOverlay`'s question. */
export function loadOverlay(text: string, file: string): LoadedOverlay {
  const source = readYaml(text, file);
  const faults = checkStructure(source, 'overlay');
  if (faults.length > 0) return { problems: faults, source };
  const {
    of,
    territory,
    fictional = false,
    number = 1,
    tighten = {},
    add = {},
  } = (source.value as OverlayYaml).overlay;
  const [protocol = '', major = ''] = of.split('@');
  const words = inlineTranslation(source);
  const at = ['overlay', 'add'];
  const overlay: OverlayDocument = {
    protocol,
    major: Number(major),
    since: /\/(\d+\.\d+\.\d+)\/overlays\/[^/]+$/.exec(file)?.[1] ?? `${major}.0.0`,
    territory,
    isFictional: fictional,
    number,
    limits: tighten.limits ?? {},
    due: tighten.due ?? {},
    approvals: tighten.approvals ?? {},
    steps: (add.steps ?? []).map((step, index) => readStep(step, [...at, 'steps', index], territory, words)),
    safeguards: readSafeguards(add.safeguards ?? [], words, [...at, 'safeguards']),
  };
  return { overlay, problems: words.problems(), source };
}
