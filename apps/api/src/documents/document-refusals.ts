import { refused } from '../platform/refusals/refused';
import type { Refusal } from '../platform/refusals/refusal';
import { type FileFault, MOST_PAGES, MOST_PIXELS } from './cleaning/cleaned-file';

/** Why a file was not taken, and what to do. `stopped`: it asked for more than the limits of the process. */
export const fileRefused = (fault: FileFault | 'stopped'): Refusal =>
  refused(`file-${fault}`, ...WORDS[fault], 'content');

const PRINT_AGAIN = [
  'Ouvrez-le, imprimez-le en PDF (ou photographiez-le), et ajoutez le résultat.',
  'Open it, print it as a PDF (or photograph it), and add what comes out.',
] as const;

const WORDS: Readonly<Record<FileFault | 'stopped', readonly [fr: string, en: string]>> = {
  recording: [
    'Un enregistrement (son, vidéo, image animée) n’entre pas dans Repère, quel qu’il soit : notez sa référence, son lieu et son numéro de scellé.',
    'A recording (sound, video, moving image) does not go into Repère, whatever it is: note its reference, its place and its seal number.',
  ],
  heic: [
    'Cette photo est au format HEIC de votre téléphone, qui ne se lit pas ici : il faut du JPEG. Sur iPhone : Réglages › Appareil photo › Formats › « Le plus compatible », puis reprenez la photo. Sinon, une capture d’écran de la photo convient.',
    'This photograph is in your telephone’s HEIC format, which can’t be read here: it takes JPEG. On an iPhone: Settings › Camera › Formats › “Most Compatible”, then take it again. Otherwise a screenshot of the photograph will do.',
  ],
  'not-taken': [
    'Ce fichier n’est ni un PDF ni une image JPEG, PNG ou WebP, quel que soit son nom. D’un autre format, faites un PDF ou une photo.',
    'This file is neither a PDF nor a JPEG, PNG or WebP image, whatever its name. Of another format make a PDF or a photograph.',
  ],
  locked: [
    'Ce PDF est protégé par un mot de passe ou un verrou : enregistrez-en une copie sans protection, ou imprimez-le en PDF.',
    'This PDF has a password or a lock: save a copy of it without protection, or print it as a PDF.',
  ],
  broken: [
    `Ce PDF est abîmé ou contient ce qui ne peut pas être gardé. ${PRINT_AGAIN[0]}`,
    `This PDF is damaged or holds what can’t be kept. ${PRINT_AGAIN[1]}`,
  ],
  'too-many-pages': [
    `Ce PDF a plus de ${String(MOST_PAGES)} pages : ajoutez-le en plusieurs documents.`,
    `This PDF has more than ${String(MOST_PAGES)} pages: add it as several documents.`,
  ],
  'too-many-pixels': [
    `Cette image est trop grande (plus de ${String(MOST_PIXELS / 1_000_000)} millions de points) : réduisez-la.`,
    `This image is too large (more than ${String(MOST_PIXELS / 1_000_000)} million pixels): make it smaller.`,
  ],
  'unread-picture': [
    `Une image de ce fichier ne peut pas être lue ici. ${PRINT_AGAIN[0]}`,
    `An image in this file can’t be read here. ${PRINT_AGAIN[1]}`,
  ],
  stopped: [
    'Ce fichier demande trop de travail pour être contrôlé ici : partagez-le en plusieurs, ou réduisez ses images.',
    'This file takes too much work to be checked here: divide it, or make its images smaller.',
  ],
};

export const notStated = (): Refusal =>
  refused(
    'not-stated',
    'Confirmez que ce n’est ni une image d’abus ni l’enregistrement d’une audition.',
    'Confirm that this is neither an image of abuse nor a recording of a hearing.',
    'isNoImageOfAbuse',
  );

export const dayToCome = (): Refusal =>
  refused('in-future', 'Cette date est à venir.', 'This date is yet to come.', 'datedOn');

export const tooManyDocuments = (): Refusal =>
  refused(
    'too-many-documents',
    'Ce dossier a déjà trop de documents.',
    'This case has too many documents already.',
  );

export const tooManyVersions = (): Refusal =>
  refused(
    'too-many-versions',
    'Ce document a déjà trop de versions : ajoutez-le comme un nouveau document.',
    'This document has too many versions already: add it as a new one.',
  );

export const noRoom = (): Refusal =>
  refused(
    'no-room',
    'Les documents de ce dossier prennent déjà toute la place prévue.',
    'The documents of this case take all the room that there is already.',
    'content',
  );

export const destroyedAlready = (): Refusal =>
  refused('destroyed-already', 'Ce document a été détruit.', 'This document was destroyed.');
