import { FIELD_CLASSES, type FieldClass, RELATIONS, REDACTED_CLASSES } from '@repere/access';
import { entryFields } from '@repere/audit';
import type { ProtocolDocument, SharedDocument, StepDefinition } from '@repere/protocol';
import { DisclosureScope } from '../../audit/bundle/gathering/disclosure-scope';
import { renderDossier } from '../../audit/bundle/dossier/render-dossier';
import { opensEntryField } from '../../audit/bundle/gathering/opened-fields';
import type { Configuration } from '../../platform/settings/configuration';
import { SHIPPED_PROTOCOLS } from '../../testing/protocol-folders';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { referredLines } from '../../referrals/referred-lines';
import { redactDeviation } from '../page/redaction/redact-deviations';
import { redactView } from '../page/redaction/redact-view';
import { timelineOf } from '../reading/timeline';
import type { LoadedCase } from '../reading/loaded-case';
import { type PlantedCase, plantedCase } from './testing/planted-case';

const library = new ProtocolLibrary({
  protocolsDir: SHIPPED_PROTOCOLS,
} as Configuration);
const protocols = [...library.documents];
const NAMES = new Map([['writer', 'Writer']]);

/** What each limited relation does not see, and each class left out by itself: health is what a printed document leaves out. */
const LIMITS: readonly (readonly [string, readonly FieldClass[]])[] = [
  ...RELATIONS.filter((it) => REDACTED_CLASSES[it].length > 0).map(
    (relation) => [relation, REDACTED_CLASSES[relation]] as const,
  ),
  ...FIELD_CLASSES.map((fieldClass) => [`without ${fieldClass}`, [fieldClass]] as const),
];

/** The classes of a step's fields, read from the file of the protocol and nowhere else. */
function classesOf(
  { fields, adds, about, closes, decides }: StepDefinition,
  { facts }: ProtocolDocument,
  shared: SharedDocument,
): ReadonlySet<FieldClass> {
  const ids = [...fields, ...[adds, about, closes, decides].filter((it) => it !== undefined)];
  return new Set(
    ids.flatMap((id) => {
      const [head = id, field] = id.split('.');
      const fact = facts[head] ?? shared.facts[head];
      if (!fact) throw new Error(id);
      const row = fact.row ?? {};
      if (field !== undefined) return row[field]?.class ?? [];
      return fact.row ? Object.values(row).map((it) => it.class) : [fact.class];
    }),
  );
}

describe.each(protocols)('every text of every step of %s', (_name, version) => {
  let planted: PlantedCase;
  beforeAll(() => {
    planted = plantedCase(library, version);
  });

  it('is read by who sees everything: a word that nobody sees would prove nothing', () => {
    const told = everyAnswer(planted.file, []);
    const unseen = planted.planted.filter(({ word }) => !told.includes(word));
    expect(unseen.map(({ step, place }) => `${step.id} ${place}`)).toEqual([]);
    for (const note of planted.notes) expect(told).toContain(note);
  });

  it.each(LIMITS)('is read by %s only with every class of its step', (_limit, redacted) => {
    const told = everyAnswer(planted.file, redacted);
    const leaked = planted.planted.filter(
      ({ word, step }) =>
        told.includes(word) &&
        [...classesOf(step, version.document, library.shared)].some((it) => redacted.includes(it)),
    );
    expect(leaked.map(({ step, place }) => `${step.id} ${place}`)).toEqual([]);
  });

  // A page masks names and places in a text. What a bundle proves is whole or is not there.
  it.each(LIMITS)(
    'leaves in no bundle of %s where names or places would have to be masked in it',
    (_limit, redacted) => {
      const told = bundleOf(planted.file, redacted);
      const hasToMask = redacted.some((it) => MASKED.includes(it));
      const leaked = planted.planted.filter(
        ({ word, place }) => hasToMask && place !== 'by' && told.includes(word),
      );
      expect(leaked.map(({ step, place }) => `${step.id} ${place}`)).toEqual([]);
      // Beside no step they may tell of anything.
      for (const note of planted.notes) expect(told).not.toContain(note);
    },
  );
});

const MASKED: readonly FieldClass[] = ['identity', 'people', 'contact', 'places'];

/** Everything that is told of the case by pages, chronology, replay, conformance, a referral, and a bundle with its dossier. */
function everyAnswer(file: LoadedCase, classes: readonly FieldClass[]): string {
  const redacted = new Set(classes);
  return JSON.stringify([
    redactView(file, redacted),
    timelineOf(file, file.journal, NAMES, redacted),
    file.conformance.deviations.map((it) => redactDeviation(file, it, redacted)),
    [...referredLines(file, redacted)],
    bundleOf(file, classes),
  ]);
}

/** What a bundle opens, and its dossier. */
function bundleOf(file: LoadedCase, classes: readonly FieldClass[]): string {
  const scope = new DisclosureScope(new Set(classes));
  const opened = file.journal.flatMap((entry) =>
    Object.entries(entryFields(entry)).filter(([path, value]) =>
      opensEntryField(file, entry, path, value, scope),
    ),
  );
  const bundle = {
    kind: 'case',
    now: Date.UTC(2026, 2, 2, 10),
    madeBy: 'Writer',
    reason: 'Test',
    isFiction: true,
    mission: null,
    scope,
    cases: [
      {
        kind: 'kept',
        file,
        alias: 'alias-of-the-case',
        scope,
        timeline: timelineOf(file, file.journal, NAMES, new Set()),
        leafOf: new Map(),
        people: [],
        names: NAMES,
        accessEvents: [],
        sources: library.sources,
        judgements: [],
        acts: [],
      },
    ],
  } as const;
  return JSON.stringify([opened, renderDossier(bundle, 'fr'), renderDossier(bundle, 'en')]);
}
