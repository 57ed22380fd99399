import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  CERTIFICATE_LENGTH,
  type CertificateFault,
  certificateOfPaper,
  isPaper,
  PAPER_BYTES,
  readKeys,
  verifyCertificate,
} from '@repere/audit';
import { sha256, verifySignature } from './node-crypto';
import type { Command } from '../command';

const EXIT: Readonly<Record<CertificateFault, number>> = {
  altered: 1,
  'bad-signature': 1,
  'not-training': 1,
  'other-act': 1,
  unreadable: 2,
  'unknown-issuer': 3,
};

const SAID: Readonly<Record<CertificateFault, { readonly fr: string; readonly en: string }>> = {
  altered: {
    fr: 'Modifiée : ce qui est écrit n’est pas ce qui a été consigné dans l’espace d’exercice.',
    en: 'Altered: what is written is not what was recorded in the training space.',
  },
  'bad-signature': { fr: 'La signature ne tient pas.', en: 'The signature does not hold.' },
  'not-training': { fr: 'Ne vient d’aucun espace d’exercice.', en: 'Comes from no training space.' },
  'other-act': {
    fr: 'Un acte du registre, mais pas une attestation.',
    en: 'An act of the record, but no certificate.',
  },
  unreadable: { fr: 'Ce n’est pas une attestation de Repère.', en: 'This is no certificate of Repère.' },
  'unknown-issuer': {
    fr: 'Signée par une clé que vous n’avez pas donnée : on ne sait pas par qui.',
    en: 'Signed by a key that you did not give: nobody knows whose.',
  },
};

/**
 * Verifies a certificate of training, its file or its PDF, without server or network: 0 when the key that was given has signed it, 1 when it was altered or is
 * none, 2 when it can't be read, 3 when the key was not given.
 */
export const verifyTrainingCertificate: Command = (args, print) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      key: { type: 'string', multiple: true, default: [] },
      lang: { type: 'string', default: 'fr' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  const { lang } = values;
  if (path === undefined || more.length > 0)
    throw new Error('One certificate: repere certificate verify certificate.pdf --key KEY');
  if (lang !== 'fr' && lang !== 'en') throw new Error('--lang is fr or en');
  const text = textOf(path);
  const keys = readKeys(values.key.flatMap(keysFrom), sha256);
  const verdict = verifyCertificate(text, { keys, sha256, verifySignature });
  if (values.json) print(JSON.stringify(verdict, null, 2));
  else if (!verdict.ok) print(SAID[verdict.code][lang]);
  else {
    const { certificate, origin, signer, at } = verdict;
    print(lang === 'fr' ? `Intacte, signée par ${signer}` : `Intact, signed by ${signer}`);
    print(`${certificate.name} · ${certificate.role} · ${certificate.on}`);
    print(certificate.scenario.title[lang]);
    for (const { title, protocol, version, hash } of certificate.protocols)
      print(`${title[lang]} (${protocol} ${version}, ${hash})`);
    print(`${certificate.space} · ${certificate.trainer} · ${origin} · ${at}`);
  }
  return verdict.ok ? 0 : EXIT[verdict.code];
};

/** The text of a certificate, from its file or from the PDF that carries it. What is longer is none, and is not read into memory. */
function textOf(path: string): string {
  if (statSync(path).size > PAPER_BYTES) return '';
  const bytes = readFileSync(path);
  if (isPaper(bytes)) return certificateOfPaper(bytes) ?? '';
  return bytes.length > 4 * CERTIFICATE_LENGTH ? '' : bytes.toString('utf8');
}

/** The key itself, or those of the file that holds it, one a line. */
const keysFrom = (told: string): readonly string[] =>
  existsSync(told) ? readFileSync(told, 'utf8').split('\n') : [told];
