import { Injectable } from '@nestjs/common';
import { ACCOUNT_ROLE_WORDS, type AccountRole } from '@repere/access';
import type { CertificateFile } from '@repere/audit';
import { formatDate } from '@repere/feel';
import { PrintPaper } from '../../protocols/exports/print-paper';
import template from './certificate.typ';

/** A certificate on paper: plain strings, French with its English, and the file itself, attached and in small letters. */
interface PrintedCertificate {
  readonly date: readonly number[];
  readonly title: string;
  readonly name: string;
  readonly lines: readonly { readonly fr: string; readonly en: string; readonly said: string }[];
  readonly protocols: readonly { readonly title: string; readonly version: string; readonly hash: string }[];
  readonly proof: {
    readonly head: string;
    readonly how: readonly string[];
    /** Under which it is attached. */
    readonly name: string;
    readonly text: string;
  };
}

/** PDF/UA-1, in a process of its own. The same certificate gives the same bytes. */
@Injectable()
export class CertificatePaper {
  constructor(private readonly papers: PrintPaper) {}

  print(file: CertificateFile): Promise<Buffer> {
    const { value } = file.act.opening;
    const [year = 1970, month = 1, day = 1] = value.on.split('-').map(Number);
    const role = ACCOUNT_ROLE_WORDS[value.role as AccountRole];
    const printed: PrintedCertificate = {
      date: [year, month, day],
      title: 'Attestation de formation',
      name: value.name,
      lines: [
        { fr: 'a pratiqué', en: 'practised', said: both(value.scenario.title) },
        { fr: 'en tant que', en: 'as', said: both(role) },
        { fr: 'le', en: 'on', said: `${formatDate(value.on, 'fr')} · ${formatDate(value.on, 'en')}` },
        { fr: 'dans l’espace d’exercice', en: 'in the training space', said: value.space },
        { fr: 'avec', en: 'with', said: value.trainer },
      ],
      protocols: value.protocols.map(({ protocol, version, hash, title }) => ({
        title: both(title),
        version: `${protocol} ${version}`,
        hash,
      })),
      proof: {
        head: 'Ce qui la vérifie · What verifies it',
        how: [
          'Cette attestation est un acte du registre signé de son espace d’exercice. Ce PDF porte ce qui la vérifie, en fichier joint ; le fichier .json dit la même chose. L’un ou l’autre se vérifie sans réseau : repere certificate verify FICHIER --key CLÉ. Elle ne dit rien d’une note, et n’ouvre aucun droit par elle-même : quelqu’un de votre service la reçoit.',
          'This certificate is an act of the signed record of its training space. This PDF carries what verifies it, as an attached file; the .json file says the same. Either is verified without a network: repere certificate verify FILE --key KEY. It says nothing of a score, and opens no right by itself: somebody of your service takes it in.',
        ],
        name: ATTACHED,
        text: JSON.stringify(file),
      },
    };
    return this.papers.printDrawn(template, printed);
  }
}

const ATTACHED = 'attestation.json';

const both = ({ fr, en }: { readonly fr: string; readonly en: string }): string => `${fr} · ${en}`;
