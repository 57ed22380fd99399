// Stands for a key management service: another process, whose keys nobody else ever has. Arguments: names, newest first;
// each key is made from its name and `KEY_PROGRAM_SECRET`.
const { createCipheriv, createDecipheriv, createHash, randomBytes } = require('node:crypto');
const { createInterface } = require('node:readline');

const names = process.argv.slice(2);
const keyOf = (name) => createHash('sha256').update(`${process.env.KEY_PROGRAM_SECRET}:${name}`).digest();

function answer({ act, ring, name, key, bytes }) {
  if (act === 'current') return { key: names[0] };
  const context = Buffer.from(JSON.stringify([ring, name]));
  if (act === 'wrap') {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(names[0]), nonce).setAAD(context);
    const body = Buffer.concat([cipher.update(Buffer.from(bytes, 'base64')), cipher.final()]);
    return { key: names[0], bytes: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64') };
  }
  if (!names.includes(key)) return { refused: 'missing' };
  try {
    const wrapped = Buffer.from(bytes, 'base64');
    const cipher = createDecipheriv('aes-256-gcm', keyOf(key), wrapped.subarray(0, 12))
      .setAAD(context)
      .setAuthTag(wrapped.subarray(12, 28));
    return { bytes: Buffer.concat([cipher.update(wrapped.subarray(28)), cipher.final()]).toString('base64') };
  } catch {
    return { refused: 'wrong' };
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const question = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id: question.id, ...answer(question) })}\n`);
});
