import { type Text, civilDate, localDay } from '@repere/feel';
import { type ErasureGround, erasureGroundWords } from '@repere/privacy';
import { moment } from '../../../platform/answers/show-moment';
import { type DossierDocument, lines, list, text } from '../../../audit/bundle/dossier/dossier-document';

/** What a certificate stands on. No name, and nothing of the child. */
export interface Certified {
  readonly reference: string;
  readonly ground: ErasureGround;
  /** When it was erased, epoch milliseconds, and the zone of the team. */
  readonly at: number;
  readonly zone: string;
  /** Entries whose content went. */
  readonly events: number;
  readonly entry: { readonly id: string; readonly leaf: number; readonly stream: string };
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string };
  readonly isFiction: boolean;
}

type Language = 'fr' | 'en';
/** The certificate in one language. */
export function renderCertificate(it: Certified, language: Language): DossierDocument {
  const say = (words: Text): string => words[language];
  const { year, month, day } = civilDate(localDay(it.at, it.zone));
  const when = moment(it.at, it.zone, language);
  return {
    language,
    title: say(WORDS.title),
    reference: it.reference,
    fiction: it.isFiction ? say(WORDS.fiction) : null,
    date: [year, month, day],
    words: { contents: say(WORDS.contents), page: say(WORDS.page) },
    head: [text(say(WORDS.lead))],
    parts: [
      {
        title: say(WORDS.what),
        blocks: [
          lines([
            [say(WORDS.reference), it.reference],
            [say(WORDS.when), when],
            [say(WORDS.why), say(erasureGroundWords(it.ground))],
            [say(WORDS.who), say(WORDS.two)],
            [say(WORDS.events), String(it.events)],
          ]),
        ],
      },
      { title: say(WORDS.gone), blocks: [list(GONE.map(say)), text(say(WORDS.outside))] },
      {
        title: say(WORDS.stays),
        blocks: [
          text(say(WORDS.record)),
          lines([
            [say(WORDS.entry), it.entry.id],
            [say(WORDS.leaf), String(it.entry.leaf)],
            [say(WORDS.stream), it.entry.stream],
            [say(WORDS.origin), it.checkpoint.origin],
            [say(WORDS.size), String(it.checkpoint.size)],
            [say(WORDS.root), it.checkpoint.root],
          ]),
        ],
      },
      {
        title: say(WORDS.check),
        blocks: [text(say(WORDS.how)), text(`repere verify ${it.reference}.zip --key cle.txt`)],
      },
    ],
  };
}

const WORDS = {
  title: { fr: 'Certificat d’effacement', en: 'Certificate of erasure' },
  fiction: { fr: 'FICTIF', en: 'FICTION' },
  contents: { fr: 'Contenu', en: 'Contents' },
  page: { fr: 'page', en: 'page' },
  lead: {
    fr: 'Un dossier a été effacé. Ce certificat ne dit pas lequel, et ne contient aucune donnée personnelle.',
    en: 'A case was erased. This certificate does not say which, and holds no personal data.',
  },
  what: { fr: 'Ce qui a été fait', en: 'What was done' },
  reference: { fr: 'Référence', en: 'Reference' },
  when: { fr: 'Effacé le', en: 'Erased on' },
  why: { fr: 'Motif', en: 'Ground' },
  who: { fr: 'Décidé par', en: 'Decided by' },
  two: {
    fr: 'deux personnes du service, l’une après l’autre',
    en: 'two persons of the service, one after the other',
  },
  events: { fr: 'Inscriptions vidées', en: 'Entries emptied' },
  gone: { fr: 'Ce qui n’existe plus', en: 'What is gone' },
  outside: {
    fr: 'Les copies hors de Repère (papier, messages, sauvegardes gardées ailleurs) ne sont pas concernées : le service doit les détruire aussi.',
    en: 'Copies outside Repère (paper, messages, backups kept elsewhere) are not concerned: the service must destroy them as well.',
  },
  stays: { fr: 'Ce qui reste', en: 'What stays' },
  record: {
    fr: 'Le registre garde la trace que des actes ont eu lieu, sous un nom tiré au hasard que plus rien ne relie à un enfant. L’effacement en est la dernière inscription.',
    en: 'The record keeps the trace that acts took place, under a random name that nothing ties to a child any more. The erasure is its last entry.',
  },
  entry: { fr: 'Inscription', en: 'Entry' },
  leaf: { fr: 'Place dans le registre', en: 'Place in the record' },
  stream: { fr: 'Sous le nom', en: 'Under the name' },
  origin: { fr: 'Registre', en: 'Record' },
  size: { fr: 'Point de contrôle', en: 'Checkpoint' },
  root: { fr: 'Empreinte signée', en: 'Signed root' },
  check: { fr: 'Comment le vérifier', en: 'How to check it' },
  how: {
    fr: 'Le fichier qui accompagne ce certificat contient la preuve de cette inscription. Il se vérifie partout, sans réseau et sans nous, avec la clé que le service publie :',
    en: 'The file that comes with this certificate holds the proof of that entry. It is checked anywhere, without network and without us, with the key that the service publishes:',
  },
} as const satisfies Readonly<Record<string, Text>>;

const GONE: readonly Text[] = [
  {
    fr: 'la clé qui ouvrait le contenu du dossier : ce qui était chiffré ne peut plus être lu',
    en: 'the key that opened the content of the case: what was encrypted cannot be read any more',
  },
  {
    fr: 'le journal, l’identité, l’entourage, les brouillons, les partages, les dossiers de preuve préparés',
    en: 'the journal, the identity, the people around, drafts, what was shared, evidence that was made',
  },
  {
    fr: 'les index qui permettaient de le retrouver, et le lien entre le dossier et le registre',
    en: 'the indexes by which it was found, and the link between the case and the record',
  },
];
