import type { ProtocolDocument } from '@repere/protocol';
import { compileProtocols } from './compile-protocols';
import { findProtocol, type ProtocolSet } from './protocol-set';
import { stepMeaning } from './step-meaning';
import { CHANGED, DOCUMENTS, LOST_KEY, SHARED } from '@repere/protocol/testing';
import { LOST_KEYS } from '../testing/key-sets';
import { MOVED_KEYS } from '../testing/key-sets';

/** As a database may give it back: the same, with the keys of every map the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).reverse();
  return Object.fromEntries(pairs.map(([key, item]) => [key, turned(item)]));
}

function meanings(
  set: ProtocolSet,
  { protocol, version }: ProtocolDocument,
): Readonly<Record<string, string>> {
  const found = findProtocol(set, protocol, version);
  return Object.fromEntries(
    (found?.steps ?? []).map((step) => [step.id, found ? stepMeaning(found, step) : '']),
  );
}

describe('what a step means', () => {
  it('is the same in whatever order the keys of a version come', () => {
    const others = DOCUMENTS.filter((it) => it !== LOST_KEY);
    const set = compileProtocols(SHARED, [turned(LOST_KEY) as ProtocolDocument, ...others]);
    expect(meanings(set, LOST_KEY)).toEqual(meanings(LOST_KEYS, LOST_KEY));
  });

  it('is another where a row asks less', () => {
    expect(meanings(MOVED_KEYS, CHANGED)['spare']).not.toEqual(meanings(LOST_KEYS, LOST_KEY)['spare']);
  });
});
