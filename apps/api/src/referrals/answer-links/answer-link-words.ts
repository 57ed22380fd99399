import type { Mail } from '../../platform/mail/mailer';
import { LINK_HOURS } from './answer-links.repository';

type Words = Pick<Mail, 'subject' | 'text'>;

/**
 * In both languages: nobody knows which one is read there. It names nobody, and says nothing of what Repère is for. `number`: of the
 * team, to verify who asks and to be told the code.
 */
export const wordsOfQuestion = (link: string, number: string | null): Words => ({
  subject: 'Repère : une question pour votre service · a question for your service',
  text: inParagraphs([
    'Bonjour,',
    'Une équipe demande si votre service a de la place. Répondez avec ce lien :',
    link,
    `Le lien ne montre rien sans un code, que l’équipe vous donne par téléphone. Il sert pendant ${String(LINK_HOURS)} heures. Ne transférez pas ce message.`,
    ...callBack(number).fr,
    'Hello,',
    `A team asks whether your service has room. Answer with the link above. It shows nothing without a code, which the team tells you by telephone, and works for ${String(LINK_HOURS)} hours. Please do not forward this message.`,
    ...callBack(number).en,
  ]),
});

export const wordsOfReferral = (link: string, number: string | null): Words => ({
  subject: 'Repère : votre réponse est attendue · your answer is awaited',
  text: inParagraphs([
    'Bonjour,',
    'Une équipe vous a écrit ou téléphoné et attend votre réponse. Répondez avec ce lien :',
    link,
    `Le lien ne montre rien sans un code, que l’équipe vous donne par téléphone. Il sert pendant ${String(LINK_HOURS)} heures et remplace tout lien reçu avant. Ne transférez pas ce message.`,
    ...callBack(number).fr,
    'Hello,',
    `A team wrote to you or called you, and awaits your answer. Answer with the link above. It shows nothing without a code, which the team tells you by telephone, works for ${String(LINK_HOURS)} hours and replaces any link before it. Please do not forward this message.`,
    ...callBack(number).en,
  ]),
});

/** The team wrote something, that stands behind the link. */
export const wordsOfMessage = (link: string, number: string | null): Words => ({
  subject: 'Repère : un message vous attend · a message waits for you',
  text: inParagraphs([
    'Bonjour,',
    'Une équipe qui vous a écrit ou téléphoné vous laisse un message. Lisez-le et répondez avec ce lien :',
    link,
    `Le lien ne montre rien sans le code que l’équipe vous a donné ou vous donne par téléphone. Il sert pendant ${String(LINK_HOURS)} heures et remplace tout lien reçu avant. Ne transférez pas ce courriel.`,
    ...callBack(number).fr,
    'Hello,',
    `A team that wrote to you or called you left you a message. Read it and answer with the link above. It shows nothing without the code that the team told you or tells you by telephone, works for ${String(LINK_HOURS)} hours and replaces any link before it. Please do not forward this mail.`,
    ...callBack(number).en,
  ]),
});

/** Nothing is asked any more. `asked`: what it is called on the telephone. There is no link in it. */
export const wordsOfOver = (asked: string, number: string | null): Words => ({
  subject: 'Repère : plus rien n’est demandé · nothing is asked any more',
  text: inParagraphs([
    'Bonjour,',
    `La demande ${asked} d’une équipe est close : plus rien ne vous est demandé. Une place tenue pour elle peut être libérée. Merci.`,
    'Ce courriel ne contient aucun lien. Le lien reçu avant, avec son code, dit pourquoi tant que ses heures courent.',
    ...(number === null ? [] : [`Pour vérifier, appelez l’équipe : ${number}.`]),
    'Hello,',
    `Request ${asked} of a team is closed: nothing is asked of you any more. A place that you hold for it can be given to others. Thank you.`,
    'There is no link in this message. The link that you had before, with its code, says why as long as its hours last.',
    ...(number === null ? [] : [`To verify this, call the team: ${number}.`]),
  ]),
});

/** Where no number is kept, none is made up: they are told where else to look for it. */
const callBack = (number: string | null): Readonly<Record<'fr' | 'en', readonly string[]>> =>
  number === null
    ? {
        fr: [
          'Pas de code, ou un doute ? L’équipe vous appelle. Un numéro donné par un inconnu ne vérifie rien.',
        ],
        en: ['No code, or a doubt? The team calls you. A number from somebody unknown verifies nothing.'],
      }
    : {
        fr: [`Pas de code, ou un doute ? Appelez l’équipe : ${number}.`],
        en: [`No code, or a doubt? Call the team: ${number}.`],
      };

const inParagraphs = (lines: readonly string[]): string => `${lines.join('\n\n')}\n\n— Repère\n`;
