import {
  CERTIFICATE_FORMAT,
  CERTIFICATE_LENGTH,
  type CertificateFile,
  type TrainingCertificate,
} from './certificate';

const HEX = /^[0-9a-f]{64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}(\+[0-9AB.]{1,10})?$/;

/** The certificate that a text holds, nothing of it verified; `null`: it holds none. Whatever it says, it never throws. */
export function readCertificate(text: string): CertificateFile | null {
  if (text.length > CERTIFICATE_LENGTH) return null;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  return isFile(read) ? read : null;
}

function isFile(it: unknown): it is CertificateFile {
  if (!has(it, ['format', 'act', 'proof']) || it['format'] !== CERTIFICATE_FORMAT) return false;
  const { act, proof } = it;
  if (!has(act, ['leaf', 'text', 'commitments', 'opening'])) return false;
  if (!has(proof, ['checkpoint', 'tree', 'keys'])) return false;
  const { opening } = act;
  return (
    isPlace(act['leaf']) &&
    isText(act['text'], 4_000) &&
    isListOf(act['commitments'], 20, isHex) &&
    has(opening, ['index', 'value', 'salt']) &&
    isPlace(opening['index']) &&
    isHex(opening['salt']) &&
    isCertified(opening['value']) &&
    isText(proof['checkpoint'], 10_000) &&
    typeof proof['tree'] === 'string' &&
    /^([0-9a-f]{64}){0,200}$/.test(proof['tree']) &&
    isListOf(proof['keys'], 50, (key) => isText(key, 500))
  );
}

function isCertified(it: unknown): it is TrainingCertificate {
  if (!has(it, ['name', 'role', 'scenario', 'protocols', 'on', 'space', 'trainer', 'leader'])) return false;
  const { scenario } = it;
  return (
    isText(it['name'], 200) &&
    isMatching(it['role'], NAME) &&
    has(scenario, ['name', 'title', 'sha256']) &&
    isMatching(scenario['name'], NAME) &&
    isBoth(scenario['title']) &&
    isHex(scenario['sha256']) &&
    isListOf(it['protocols'], 50, isVersion) &&
    isDay(it['on']) &&
    isText(it['space'], 200) &&
    isText(it['trainer'], 200) &&
    isHex(it['leader'])
  );
}

const isVersion = (it: unknown): boolean =>
  has(it, ['protocol', 'version', 'hash', 'title']) &&
  isMatching(it['protocol'], NAME) &&
  isMatching(it['version'], VERSION) &&
  isHex(it['hash']) &&
  isBoth(it['title']);

/** An object with exactly these keys. */
const has = <K extends string>(it: unknown, keys: readonly K[]): it is Readonly<Record<K, unknown>> =>
  typeof it === 'object' &&
  it !== null &&
  !Array.isArray(it) &&
  Object.keys(it).length === keys.length &&
  keys.every((key) => Object.hasOwn(it, key));

const isText = (it: unknown, most: number): it is string =>
  typeof it === 'string' && it.length > 0 && it.length <= most;
const isBoth = (it: unknown): boolean =>
  has(it, ['fr', 'en']) && isText(it['fr'], 500) && isText(it['en'], 500);
const isHex = (it: unknown): it is string => isMatching(it, HEX);
const isPlace = (it: unknown): it is number => typeof it === 'number' && Number.isSafeInteger(it) && it >= 0;
const isMatching = (it: unknown, form: RegExp): it is string => typeof it === 'string' && form.test(it);
const isDay = (it: unknown): boolean =>
  isMatching(it, DAY) && new Date(`${it}T00:00:00Z`).toJSON()?.slice(0, 10) === it;
const isListOf = (it: unknown, most: number, is: (item: unknown) => boolean): boolean =>
  Array.isArray(it) && it.length > 0 && it.length <= most && it.every(is);
