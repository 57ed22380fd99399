import { createHash } from 'node:crypto';
import type { Mission, MissionCase } from '@repere/contract';
import { drawSample, frameHash } from '@repere/audit';
import { drawsTheSame } from './draws-the-same';
import { mission } from './testing/fake-mission';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const FRAME = ['aa', 'bb', 'cc', 'dd', 'ee'];
const seed = 'graine-publique';

const caseOf = (alias: string, place: number): MissionCase => ({
  caseFileId: alias,
  reference: `RP-${alias}`,
  alias,
  place,
  score: null,
  reasons: [],
  examination: { answers: [], done: false },
  examinedBy: null,
  examinedAt: null,
  revision: 0,
});

const drawn = (cases: readonly MissionCase[], hashed = FRAME): Mission =>
  mission({
    plan: { ...mission().plan, size: 3 },
    cases,
    sampling: {
      method: 'random',
      seed,
      seedGiven: true,
      frame: FRAME,
      frameHash: frameHash(hashed, sha256),
    },
  });

describe('drawing again', () => {
  const right = drawSample(FRAME, { seed, size: 3, sha256 }).map(({ id }, at) => caseOf(id, at + 1));
  const outside = FRAME.find((alias) => right.every((it) => it.alias !== alias)) ?? '';

  it('gives the same cases', () => {
    expect(drawsTheSame(drawn(right), sha256)).toBe(true);
  });

  it('sees a case that was put in the place of another, or two that changed places', () => {
    expect(drawsTheSame(drawn([...right.slice(0, 2), caseOf(outside, 3)]), sha256)).toBe(false);
    const swapped = right.map(({ alias }, at) => caseOf(alias, ((at + 1) % 3) + 1));
    expect(drawsTheSame(drawn(swapped), sha256)).toBe(false);
  });

  it('sees a list that is not the one whose fingerprint was kept', () => {
    expect(drawsTheSame(drawn(right, [...FRAME, 'ff']), sha256)).toBe(false);
  });

  it('still holds when a case was erased since', () => {
    expect(drawsTheSame(drawn(right.slice(1)), sha256)).toBe(true);
  });
});
