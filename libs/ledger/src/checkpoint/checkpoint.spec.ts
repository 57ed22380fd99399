import fc from 'fast-check';
import { leafHash } from '../merkle-root';
import { nodeSha256 } from '../testing/node-sha256';
import { toBase64 } from './base64';
import { checkpointText, readCheckpoint } from './checkpoint';

// golang.org/x/mod/sumdb/tlog, note_test.go.
const GO_SUM = 'go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n';
// C2SP tlog-checkpoint.
const SOFA = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const ROOT = 'TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=';

describe('a checkpoint', () => {
  it('is the published text', () => {
    const root = leafHash(new TextEncoder().encode('hello world'), nodeSha256);
    const checkpoint = { origin: 'go.sum database tree', size: 123_456_789_012, root };
    expect(checkpointText(checkpoint)).toBe(GO_SUM);
    expect(readCheckpoint(GO_SUM)).toEqual({ ok: true, checkpoint });
    const sofa = readCheckpoint(SOFA);
    expect(sofa.ok && [sofa.checkpoint.origin, sofa.checkpoint.size, toBase64(sofa.checkpoint.root)]).toEqual(
      ['example.com/behind-the-sofa', 20_852_163, 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='],
    );
  });

  it('is read back as it was written', () => {
    const checkpoints = fc.record({
      origin: fc.stringMatching(/^[a-z0-9./é -]{1,40}$/),
      size: fc.maxSafeNat(),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    });
    fc.assert(
      fc.property(checkpoints, (checkpoint) => {
        expect(readCheckpoint(checkpointText(checkpoint))).toEqual({ ok: true, checkpoint });
      }),
    );
  });

  it.each([
    ['', 'not-three-lines'],
    [GO_SUM.slice(0, -1), 'not-three-lines'],
    ['go.sum database tree\n123456789012\n', 'not-three-lines'],
    [`${GO_SUM}more`, 'not-three-lines'],
    [`${GO_SUM}more\n`, 'extended'],
    [`\n0\n${ROOT}\n`, 'bad-origin'],
    [`a\tb\n0\n${ROOT}\n`, 'bad-origin'],
    [`a\ud800\n0\n${ROOT}\n`, 'bad-origin'],
    [`a\r\n0\n${ROOT}\n`, 'bad-origin'],
    [`a\n0xabcdef\n${ROOT}\n`, 'bad-size'],
    [`a\n01\n${ROOT}\n`, 'bad-size'],
    [`a\n-1\n${ROOT}\n`, 'bad-size'],
    [`a\n1e3\n${ROOT}\n`, 'bad-size'],
    [`a\n 1\n${ROOT}\n`, 'bad-size'],
    [`a\n٣\n${ROOT}\n`, 'bad-size'],
    [`a\n9007199254740992\n${ROOT}\n`, 'bad-size'],
    ['a\n0\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBTOOBIG=\n', 'bad-root'],
    ['a\n0\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb1=\n', 'bad-root'],
    ['a\n0\n\n', 'bad-root'],
  ])('is not %j: %s', (text, code) => expect(readCheckpoint(text)).toEqual({ ok: false, problem: { code } }));

  it.each([
    ['two lines of origin', { origin: 'a\nb', size: 1, root: new Uint8Array(32) }],
    ['no origin', { origin: '', size: 1, root: new Uint8Array(32) }],
    ['half a leaf', { origin: 'a', size: 0.5, root: new Uint8Array(32) }],
    ['more leaves than are counted', { origin: 'a', size: 2 ** 53, root: new Uint8Array(32) }],
    ['a short root', { origin: 'a', size: 1, root: new Uint8Array(31) }],
  ])('is not written with %s', (_, checkpoint) =>
    expect(() => checkpointText(checkpoint)).toThrow(RangeError),
  );
});
