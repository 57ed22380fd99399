import { nodeVerify, signerOf } from '../testing/node-ed25519';
import { nodeSha256 } from '../testing/node-sha256';
import { openNote } from './open-note';
import { signNote } from './sign-note';
import { readVerifierKey, verifierKey, type VerifierKey } from './verifier-key';

// golang.org/x/mod/sumdb/note, example_test.go.
const TEXT =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";
const NOTE = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const TWICE_SIGNED = `${NOTE}— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=
`;
const PETER_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const peter = signerOf('PeterNeumann', peterSeed);
const enoch = signerOf('EnochRoot', new Uint8Array(32));

// C2SP signed-note, “Example”.
const FOO_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const FOO_NOTE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

function keyOf(text: string): VerifierKey {
  const read = readVerifierKey(text, nodeSha256);
  if (!read.ok) throw new Error(read.problem.code);
  return read.key;
}

describe('published signed notes', () => {
  it('are signed to the letter', () => {
    expect(signNote(TEXT, peter, nodeSha256)).toBe(NOTE);
    expect(signNote(NOTE, enoch, nodeSha256)).toBe(TWICE_SIGNED);
    expect(verifierKey('PeterNeumann', peter.publicKey, nodeSha256)).toBe(PETER_KEY);
  });

  it('are opened', () => {
    const key = keyOf(PETER_KEY);
    expect(key.id).toBe(0xc74f20a3);
    expect(openNote(NOTE, [key], nodeVerify)).toEqual({ ok: true, text: TEXT, signers: [key] });
    const foo = keyOf(FOO_KEY);
    expect(openNote(FOO_NOTE, [key, foo], nodeVerify)).toEqual({
      ok: true,
      text: 'This is an example message.\n',
      signers: [foo],
    });
  });
});

describe('opening a note', () => {
  const [peterKey, enochKey] = [
    keyOf(PETER_KEY),
    keyOf('EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'),
  ];
  const [, peterLine = ''] = NOTE.split('\n\n');
  const problemOf = (note: string, keys = [peterKey]) => {
    const opened = openNote(note, keys, nodeVerify);
    return opened.ok ? undefined : opened.problem;
  };

  it('tells which of the keys given have signed', () => {
    const signersOf = (keys: readonly VerifierKey[]) => {
      const opened = openNote(TWICE_SIGNED, keys, nodeVerify);
      return opened.ok ? opened.signers.map(({ name }) => name) : opened.problem;
    };
    expect(signersOf([peterKey, enochKey])).toEqual(['PeterNeumann', 'EnochRoot']);
    expect(signersOf([enochKey])).toEqual(['EnochRoot']);
    expect(signersOf([])).toEqual({ code: 'no-known-signature' });
    expect(signersOf([{ ...peterKey, id: peterKey.id + 1 }])).toEqual({ code: 'no-known-signature' });
    expect(signersOf([{ ...peterKey, publicKey: enochKey.publicKey }])).toEqual({
      code: 'bad-signature',
      name: 'PeterNeumann',
    });
  });

  // The bad notes of TestOpen in the same package, and some of our own.
  it.each([
    ['no signature', TEXT],
    ['an empty signature block', `${TEXT}\n`],
    ['a truncated last line', NOTE.slice(0, -1)],
    ['a control character', `\u0001${NOTE}`],
    ['a carriage return', NOTE.replace('\n', '\r\n')],
    ['half a surrogate pair', `\udfff${NOTE}`],
    ['a name with a space', NOTE.replace('PeterNeumann', 'Bad Name')],
    ['a line of another kind', `${NOTE}Unexpected line.\n`],
    ['a hyphen for the dash', NOTE.replace('—', '-')],
    ['two spaces', NOTE.replace('— ', '—  ')],
    ['a signature of no bytes', `${NOTE}— EnochRoot rwz+eA==\n`],
    ['base64 that could be written otherwise', NOTE.replace('nAM=', 'nAN=')],
    ['too many signatures', `${TEXT}\n${peterLine.repeat(101)}`],
    ['more text than anybody signs', `${'a'.repeat(1_000_000)}\n${NOTE}`],
  ])('refuses %s as malformed', (_, note) => {
    expect(problemOf(note)).toEqual({ code: 'malformed' });
    expect(problemOf(note, [])).toEqual({ code: 'malformed' });
  });

  it.each([
    ['another text', NOTE.replace('answer', 'Answer')],
    ['a longer signature', NOTE.replace('SffcvIAQ', 'SffcABCDvIAQ')],
    ['a shorter signature', NOTE.replace('SffcvIAQ', 'SffcIAQv').replace('ZJku', '')],
  ])('refuses %s, and says whose signature it was', (_, note) => {
    expect(problemOf(note)).toEqual({ code: 'bad-signature', name: 'PeterNeumann' });
  });

  // Others pass over a repeated line; here nothing may be added to a note unnoticed but what an unknown key says.
  it('refuses a line that stands twice', () => {
    expect(problemOf(NOTE + peterLine)).toEqual({ code: 'repeated-signature', name: 'PeterNeumann' });
  });

  it('knows a key by name and id together', () => {
    const misnamed = NOTE.replace('PeterNeumann', 'CarmenSandiego');
    const otherId = NOTE.replace('x08go', 'xxxxo');
    expect([misnamed, otherId].map((note) => problemOf(note))).toEqual([
      { code: 'no-known-signature' },
      { code: 'no-known-signature' },
    ]);
  });

  it('asks about signatures of 64 bytes only: some verifiers throw at others', () => {
    const asked: number[] = [];
    const short = NOTE.replace('SffcvIAQ', '');
    const opened = openNote(short, [peterKey], (_, __, signature) => asked.push(signature.length) > 0);
    expect([opened.ok, asked]).toEqual([false, []]);
  });

  it('refuses the whole note when one known key’s line is wrong', () => {
    const note = TWICE_SIGNED.replace('rwz+eBzm', 'rwz+eBzn');
    expect(problemOf(note, [peterKey, enochKey])).toEqual({ code: 'bad-signature', name: 'EnochRoot' });
    expect(problemOf(note, [peterKey])).toBeUndefined();
  });

  it('takes the last empty line for the end of the text', () => {
    const text = `first\n\n${peterLine}\nlast\n`;
    const opened = openNote(signNote(text, enoch, nodeSha256), [peterKey, enochKey], nodeVerify);
    expect(opened).toEqual({ ok: true, text, signers: [enochKey] });
  });
});

describe('signing a note', () => {
  it('again replaces the line of the same key', () => {
    expect(signNote(NOTE, peter, nodeSha256)).toBe(NOTE);
    const otherwise = NOTE.replace('SffcvIAQ', 'SffcIAQv');
    expect(signNote(otherwise, peter, nodeSha256)).toBe(NOTE);
  });

  it.each(['', 'abc', 'a\tb\n', 'a\ud800\n'])('refuses the text %j', (text) => {
    expect(() => signNote(text, peter, nodeSha256)).toThrow(RangeError);
  });

  it('refuses a name that no line can hold', () => {
    expect(() => signNote(TEXT, { ...peter, name: 'Peter Neumann' }, nodeSha256)).toThrow(RangeError);
  });
});
