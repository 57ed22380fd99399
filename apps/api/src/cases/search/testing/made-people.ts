import { createCipheriv, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { searchTokens, type SearchToken } from '@repere/cases';
import type pg from 'pg';
import { BITS, maskOf, SALTS, saltedToken } from '../../../platform/secrecy/blind-bits';
import type { IndexGeneration } from '../../../platform/secrecy/index-generations';
import { sealJson } from '../../../platform/secrecy/sealed';
import type { WrapContext, WrappedKey } from '../../../platform/secrecy/wrapping/key-wrapper';
import { childPlace } from '../../reading/case-row';
import { TOKEN_KINDS } from '../../opening/identity-index';
import type { ChildDto } from '../../opening/child.dto';

const AT_ONCE = 2_000;
/** As `signatureOf` has them. */
const FEWEST_BITS = 96;

interface Made {
  readonly people: number;
  readonly teamIds: readonly string[];
  readonly index: IndexGeneration;
  readonly wrap: (key: Buffer, context: WrapContext) => Promise<WrappedKey>;
  readonly ring: string;
}

/** Puts people into the database, each a case with keys, ciphertext and index rows of its own, past all barriers. */
export async function makePeople(client: pg.Client, made: Made): Promise<void> {
  await client.query(`SET session_replication_role = replica`);
  const words = new IndexedWords(made.index);
  for (let from = 0; from < made.people; from += AT_ONCE) {
    const cases: Row[] = [];
    for (let n = from; n < Math.min(from + AT_ONCE, made.people); n++)
      cases.push(await makeCase(n, made, words));
    await insert(client, cases, made.index.generation);
  }
  await client.query(`VACUUM ANALYZE case_file, child_signature, child_identity, data_key`);
}

interface Row {
  readonly id: string;
  readonly teamId: string;
  readonly keyId: string;
  readonly wrapped: WrappedKey;
  readonly child: Buffer;
  readonly salt: number;
  readonly signature: string;
  readonly tokens: readonly (readonly [kind: string, token: Buffer])[];
  readonly at: Date;
}

async function makeCase(n: number, { teamIds, wrap, ring }: Made, words: IndexedWords): Promise<Row> {
  const [id, keyId, key] = [randomUUID(), randomUUID(), randomBytes(32)];
  const salt = randomInt(SALTS);
  const [called, family] = [pickOften(FIRST), pickOften(FAMILY)];
  const child: ChildDto = { calledName: called, familyName: family };
  const indexed = [words.indexWord(called, salt), words.indexWord(family, salt)];
  return {
    id,
    keyId,
    teamId: teamIds[n % teamIds.length] ?? '',
    wrapped: await wrap(key, { ring, dataKeyId: keyId }),
    child: sealJson(key, childPlace(id), child),
    salt,
    signature: signatureOf(indexed.flatMap(({ bits }) => bits)),
    tokens: indexed.flatMap(({ tokens }) => tokens),
    at: new Date(Date.now() - n * 60_000),
  };
}

/** Hashes of a word under a salt, each made once. */
class IndexedWords {
  private readonly known = new Map<
    string,
    { readonly bits: readonly number[]; readonly tokens: Row['tokens'] }
  >();

  constructor(private readonly index: IndexGeneration) {}

  indexWord(
    word: string,
    salt: number,
  ): { readonly bits: readonly number[]; readonly tokens: Row['tokens'] } {
    const name = `${word}:${String(salt)}`;
    const known = this.known.get(name);
    if (known) return known;
    const tokens: readonly SearchToken[] = searchTokens({ calledName: word });
    const mask = maskOf(this.index.key, salt, tokens);
    const bytes = Buffer.from(mask, 'hex');
    const bits = Array.from({ length: BITS }, (_, bit) => bit).filter(
      (bit) => bytes.readUInt8(bit >> 3) & (0x80 >> (bit & 7)),
    );
    const recognised = tokens
      .filter(({ kind }) => TOKEN_KINDS.includes(kind))
      .map((token) => [token.kind, saltedToken(this.index.key, salt, token)] as const);
    const made = { bits, tokens: recognised };
    this.known.set(name, made);
    return made;
  }
}

function signatureOf(own: readonly number[]): string {
  const bits = new Set(own);
  while (bits.size < FEWEST_BITS) bits.add(randomInt(BITS));
  const bytes = Buffer.alloc(BITS / 8);
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (128 >> (bit & 7));
  return bytes.toString('hex');
}

async function insert(client: pg.Client, rows: readonly Row[], generation: number): Promise<void> {
  const column = <T>(of: (row: Row) => T): T[] => rows.map(of);
  await client.query(
    `INSERT INTO data_key (id, purpose, wrapped, kek_id)
     SELECT id, 'case', wrapped, kek FROM unnest($1::uuid[], $2::bytea[], $3::text[]) AS t (id, wrapped, kek)`,
    [column((it) => it.keyId), column((it) => it.wrapped.wrapped), column((it) => it.wrapped.keyId)],
  );
  await client.query(
    `INSERT INTO case_file (id, reference, team_id, territory, opened_at, opened_by, changed_at, data_key_id, child)
     SELECT id, 'T-' || id, team, '93', at, 'system:seed', at, key, child
       FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::uuid[], $5::bytea[]) AS t (id, team, at, key, child)`,
    [
      column((it) => it.id),
      column((it) => it.teamId),
      column((it) => it.at),
      column((it) => it.keyId),
      column((it) => it.child),
    ],
  );
  await client.query(
    `INSERT INTO child_signature (case_file_id, generation, team_id, salt, signature)
     SELECT id, $5, team, salt, ('x' || bits)::bit(1024) FROM unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[]) AS t (id, team, salt, bits)`,
    [
      column((it) => it.id),
      column((it) => it.teamId),
      column((it) => it.salt),
      column((it) => it.signature),
      generation,
    ],
  );
  const tokens = rows.flatMap(({ id, teamId, tokens: its }) =>
    its.map(([kind, token]) => ({ id, teamId, kind, token })),
  );
  await client.query(
    `INSERT INTO child_identity (kind, token, case_file_id, team_id, generation)
     SELECT kind, token, id, team, $5 FROM unnest($1::text[], $2::bytea[], $3::uuid[], $4::uuid[]) AS t (kind, token, id, team)
     ON CONFLICT DO NOTHING`,
    [
      tokens.map(({ kind }) => kind),
      tokens.map(({ token }) => token),
      tokens.map(({ id }) => id),
      tokens.map(({ teamId }) => teamId),
      generation,
    ],
  );
}

/** The first of a list often, the last rarely, as names are. */
function pickOften(list: readonly string[]): string {
  const place = Math.floor(list.length ** (randomInt(1 << 30) / (1 << 30))) - 1;
  return list[place] ?? list[0] ?? '';
}

/** Made from a few syllables, always the same. */
function namesOf(count: number, seed: string): readonly string[] {
  const syllables = 'ma ri lu an na el sa mo ha di ka jo le be fa tou ra ni vi so chi dro pel gau mer'.split(
    ' ',
  );
  const stream = createCipheriv('aes-256-ctr', Buffer.alloc(32, seed), Buffer.alloc(16));
  const names = new Set<string>();
  while (names.size < count) {
    const bytes = stream.update(Buffer.alloc(5));
    const length = 2 + ((bytes[0] ?? 0) % 3);
    const name = [...bytes.subarray(1, 1 + length)].map((it) => syllables[it % syllables.length]).join('');
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}

export const FIRST: readonly string[] = [
  'Marie',
  'Mohamed',
  'Camille',
  'Lucas',
  'Fatoumata',
  ...namesOf(3_000, 'a'),
];
export const FAMILY: readonly string[] = ['Martin', 'Diallo', 'Nguyen', ...namesOf(20_000, 'b')];
