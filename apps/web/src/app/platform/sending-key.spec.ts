import type { Answered } from './api';
import { SendingKey } from './sending-key';

const ARRIVED: Answered<void> = { ok: true, value: undefined, seq: null };
const LOST: Answered<void> = {
  ok: false,
  problem: { type: 'urn:repere:problem:unavailable', title: 'Perdu', status: 0, code: 'unavailable' },
};

describe('the key of what is sent', () => {
  it('is the same for the same content, another for another', () => {
    const keys = new SendingKey();
    const first = keys.keyOf({ note: 'a' });
    expect(keys.keyOf({ note: 'a' })).toBe(first);
    expect(keys.keyOf({ note: 'b' })).not.toBe(first);
  });

  it('is a new one once it arrived: the same note twice is two notes', () => {
    const keys = new SendingKey();
    const first = keys.keyOf({ note: 'a' });
    keys.renew();
    expect(keys.keyOf({ note: 'a' })).not.toBe(first);
  });

  it('stays while sending fails, and is a new one after what arrived', async () => {
    const keys = new SendingKey();
    const used: string[] = [];
    for (const answer of [LOST, ARRIVED, ARRIVED])
      expect(
        await keys.sendOnce('a note', (key) => {
          used.push(key);
          return Promise.resolve(answer);
        }),
      ).toBe(answer);
    expect(used[1]).toBe(used[0]);
    expect(used[2]).not.toBe(used[1]);
  });
});
