import { nodeSha256 } from '../testing/node-sha256';
import { readVerifierKey, verifierKey } from './verifier-key';

// golang.org/x/mod/sumdb/note, note_test.go, with the ways in which TestNewVerifier spoils it.
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const codeOf = (text: string) => {
  const read = readVerifierKey(text, nodeSha256);
  return read.ok ? 'ok' : read.problem.code;
};

describe('a verifier key', () => {
  it.each([
    PETER,
    'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
    'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  ])('is read and written: %s', (text) => {
    const read = readVerifierKey(text, nodeSha256);
    if (!read.ok) throw new Error(read.problem.code);
    expect(verifierKey(read.key.name, read.key.publicKey, nodeSha256)).toBe(text);
  });

  it('is no part of one', () => {
    for (let from = 0; from <= PETER.length; from++) {
      for (let to = from + 1; to <= PETER.length; to++) {
        if (from > 0 || to < PETER.length) expect(codeOf(PETER.slice(from, to))).not.toBe('ok');
      }
    }
  });

  it('has no letter that could be another', () => {
    for (let at = 0; at < PETER.length; at++) {
      for (const step of [1, -1, 32, -32]) {
        const other = String.fromCharCode(PETER.charCodeAt(at) + step);
        expect(codeOf(PETER.slice(0, at) + other + PETER.slice(at + 1))).not.toBe('ok');
      }
    }
  });

  it.each([
    [
      'a key too long, its id made to fit',
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
      'malformed',
    ],
    [
      'an unknown algorithm, its id made to fit',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      'not-ed25519',
    ],
    ['another id', PETER.replace('c74f20a3', 'c74f20a4'), 'other-id'],
    ['an id in capitals', PETER.replace('c74f20a3', 'C74F20A3'), 'malformed'],
    ['another name', PETER.replace('Neumann', 'Newman'), 'other-id'],
    ['no name', PETER.replace('PeterNeumann', ''), 'bad-name'],
    ['a name with a space', PETER.replace('rN', 'r N'), 'bad-name'],
    ['a name with a no-break space', PETER.replace('rN', 'r\u00a0N'), 'bad-name'],
    [
      'a private key',
      'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
      'malformed',
    ],
  ])('is refused with %s', (_, text, code) => expect(codeOf(text)).toBe(code));

  it('is not made for a bad name or key', () => {
    expect(() => verifierKey('a b', new Uint8Array(32), nodeSha256)).toThrow(RangeError);
    expect(() => verifierKey('a+b', new Uint8Array(32), nodeSha256)).toThrow(RangeError);
    expect(() => verifierKey('a', new Uint8Array(33), nodeSha256)).toThrow(RangeError);
  });
});
