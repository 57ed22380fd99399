import type { RequestSubject } from '@repere/privacy';
import {
  type DossierDocument,
  lines as linesOf,
  quiet,
  text,
} from '../../audit/bundle/dossier/dossier-document';
import type { GatheredLine } from './gathered-line';
import type { PackedFile } from './pack-files.service';

/** What a person is handed about themselves. */
export interface AccessDocument {
  readonly lines: readonly GatheredLine[];
  /** How many lines do not leave. */
  readonly redacted: number;
  /** Files that leave beside, and those that do not and why. */
  readonly files: readonly PackedFile[];
  readonly subject: RequestSubject;
  readonly date: readonly [year: number, month: number, day: number];
  readonly isFiction: boolean;
}

type Language = 'fr' | 'en';

/** The hand-over in one language, section by section, as it was gathered. */
export function renderAccess(it: AccessDocument, language: Language): DossierDocument {
  const words = WORDS[language];
  const sections = Map.groupBy(it.lines, ({ section }) => section[language]);
  return {
    language,
    title: words.title,
    reference: words.reference,
    fiction: it.isFiction ? words.fiction : null,
    date: it.date,
    words: { contents: words.contents, page: words.page },
    head: [
      text(words.lead[it.subject]),
      ...(it.redacted > 0 ? [text(words.redacted(it.redacted))] : []),
      quiet(words.rights),
    ],
    parts: [
      ...[...sections].map(([title, own]) => ({
        title,
        blocks: [linesOf(own.map(({ label, text: said }) => [label[language], said[language]] as const))],
      })),
      ...filesPart(it.files, words),
    ],
  };
}

/** Which files are in the package, and which are not and why: nobody is told less in silence. */
function filesPart(files: readonly PackedFile[], words: (typeof WORDS)[Language]) {
  if (files.length === 0) return [];
  const rows = files.map(
    ({ path, why }) => [path, why === null ? words.joined : words.leftOut[why]] as const,
  );
  return [{ title: words.files, blocks: [linesOf(rows)] }];
}

const WORDS = {
  fr: {
    title: 'Ce qui est inscrit sur vous',
    reference: 'Droit d’accès',
    fiction: 'FICTIF',
    contents: 'Contenu',
    page: 'page',
    lead: {
      child: 'Vous avez demandé ce que le service sait de vous. Voici ce qui est inscrit dans votre dossier.',
      person: 'Vous avez demandé ce que le service sait de vous. Voici ce qui vous concerne.',
      staff: 'Vous avez demandé ce que le service conserve sur vous. Voici les données de votre compte.',
    },
    redacted: (count: number) =>
      `Des lignes (${String(count)}) ne vous sont pas remises : elles concernent d’autres personnes, ou leur remise mettrait quelqu’un en danger.`,
    files: 'Fichiers',
    joined: 'Joint',
    leftOut: {
      closed: 'Pas joint : qui a préparé cette remise ne peut pas le voir. Demandez-le au service.',
      destroyed: 'Pas joint : il a été détruit.',
      'too-large': 'Pas joint : l’ensemble serait trop lourd (40 Mo au plus). Demandez-le au service.',
    },
    rights: 'Vous pouvez demander qu’une erreur soit corrigée, et saisir la CNIL.',
  },
  en: {
    title: 'What is recorded of you',
    reference: 'Right of access',
    fiction: 'FICTION',
    contents: 'Contents',
    page: 'page',
    lead: {
      child: 'You asked what the service knows of you. This is what your case holds.',
      person: 'You asked what the service knows of you. This is what concerns you.',
      staff: 'You asked what the service keeps about you. These are the data of your account.',
    },
    redacted: (count: number) =>
      `Some lines (${String(count)}) are not handed to you: they concern other persons, or handing them over would endanger somebody.`,
    files: 'Files',
    joined: 'Included',
    leftOut: {
      closed: 'Not included: whoever prepared this may not see it. Ask the service for it.',
      destroyed: 'Not included: it was destroyed.',
      'too-large': 'Not included: all of it would be too large (40 MB at most). Ask the service for it.',
    },
    rights: 'You may ask for a mistake to be corrected, and turn to the CNIL.',
  },
} as const;
