import type { ProtocolDocument } from '@repere/protocol';
import { fact, protocol, SHARED, step } from '@repere/protocol/testing';
import { CompiledVersions, type HashedVersion } from './compiled-versions';
import { dependenciesOf } from './dependencies';
import type { ProtocolSet } from './protocol-set';

const hashed = (document: ProtocolDocument, hash = JSON.stringify(document)): HashedVersion => ({
  document,
  hash,
});
const words = (said: string) => ({ fr: said, en: said });
const outcome = (id: string, when?: string): ProtocolDocument['outcomes'][number] => ({
  ...{ id, title: words(id), protects: 'full', basis: [] },
  ...(when === undefined ? { otherwise: true } : { when, otherwise: false }),
});
/** Reads the outcome of the other. */
const reader = protocol('reader', { steps: [step('a', { when: 'run(told).outcome = "KEPT"' })] });
const told = (more: Parameters<typeof protocol>[1] = {}) =>
  protocol('told', {
    facts: [fact('warm', 'yes-no'), fact('dry', 'yes-no')],
    steps: [step('b', { fields: ['warm', 'dry'] })],
    outcomes: [outcome('KEPT', 'warm = "yes"'), outcome('LEFT')],
    ...more,
  });
const apart = protocol('apart', { steps: [step('c')] });
const versionIn = (set: ProtocolSet, id: string) => set.protocols.get(id)?.get('1.0.0');
const readOf = (set: ProtocolSet): readonly string[] => {
  const compiled = versionIn(set, 'reader');
  const [first] = compiled?.steps ?? [];
  return compiled && first ? [...dependenciesOf(set, compiled, first).reads] : [];
};

describe('compiled versions', () => {
  it('are shared by twenty sets that differ in one version each', () => {
    const versions = new CompiledVersions(SHARED, 96);
    const sets = Array.from({ length: 20 }, (_, space) =>
      versions.compileSet(
        [reader, told(), { ...apart, purpose: words(`of ${String(space)}`) }].map((it) => hashed(it)),
      ),
    );
    expect(versions.compiles).toBe(2 + 20);
    expect(new Set(sets.map((set) => versionIn(set, 'reader'))).size).toBe(1);
    expect(new Set(sets.map((set) => versionIn(set, 'apart'))).size).toBe(20);
    expect(new Set(sets.map(({ sharedFactOf }) => sharedFactOf)).size).toBe(1);
    versions.compileSet([hashed(told())]);
    expect(versions.compiles).toBe(22);
  });

  it('are the same set for the same versions', () => {
    const versions = new CompiledVersions(SHARED, 8);
    expect(versions.compileSet([reader, told()].map((it) => hashed(it)))).toBe(
      versions.compileSet([reader, told()].map((it) => hashed(it))),
    );
  });

  it('are compiled anew where a protocol that they read has other outcomes', () => {
    const versions = new CompiledVersions(SHARED, 8);
    versions.compileSet([reader, told(), apart].map((it) => hashed(it)));
    versions.compileSet(
      [reader, told({ outcomes: [outcome('KEPT', 'dry = "yes"'), outcome('LOST')] }), apart].map((it) =>
        hashed(it),
      ),
    );
    expect(versions.compiles).toBe(3 + 2);
  });

  it('depend on what stands beside them in each set', () => {
    const versions = new CompiledVersions(SHARED, 8);
    const one = versions.compileSet([reader, told()].map((it) => hashed(it)));
    const other = versions.compileSet(
      [reader, told({ outcomes: [outcome('KEPT', 'dry = "yes"'), outcome('LEFT')] })].map((it) => hashed(it)),
    );
    expect(versionIn(one, 'reader')).toBe(versionIn(other, 'reader'));
    expect([readOf(one), readOf(other)]).toEqual([['told.warm'], ['told.dry']]);
  });

  it('let go of what was used least lately', () => {
    const versions = new CompiledVersions(SHARED, 2);
    const lone = protocol('lone', { steps: [step('d')] });
    const compilesAfter = (document: ProtocolDocument): number => {
      versions.compileSet([hashed(document)]);
      return versions.compiles;
    };
    expect([apart, told(), apart, lone, apart, told()].map(compilesAfter)).toEqual([1, 2, 2, 3, 3, 4]);
  });
});
