import { SendingKey } from './sending-key';

describe('the key of what is sent', () => {
  it('is the same for the same content, another for another', () => {
    const keys = new SendingKey();
    const first = keys.of({ note: 'a' });
    expect(keys.of({ note: 'a' })).toBe(first);
    expect(keys.of({ note: 'b' })).not.toBe(first);
  });

  it('is a new one once it arrived: the same note twice is two notes', () => {
    const keys = new SendingKey();
    const first = keys.of({ note: 'a' });
    keys.renew();
    expect(keys.of({ note: 'a' })).not.toBe(first);
  });
});
