import type { Words } from '@repere/cases';
import { isAccountNews, renderNews } from './account-news';
import type { MailKind } from './mail-kinds';
import { REMINDERS } from './reminder-words';

type Language = 'fr' | 'en';

/** What a mail is made of beside its kind. */
export interface MailFacts {
  /** When that happened which it tells of. */
  readonly at: Words;
  readonly link: string | null;
  /** `reset` of an account without a password: what it is opened with. */
  readonly ways: readonly Words[];
}

interface RenderedMail {
  readonly subject: string;
  readonly lines: readonly string[];
}

/** Hours and minutes that links hold for. */
export const INVITATION_HOURS = 72;
export const RESET_MINUTES = 30;

/** Subject and text of a mail. It names nobody, and says nothing of what Repère is for. */
export function mailWords(
  kind: MailKind,
  language: Language,
  facts: MailFacts,
): { readonly subject: string; readonly text: string } {
  const { subject, lines } = renderMail(kind, language, facts);
  return { subject: `${NAME[language]}${subject}`, text: `${lines.join('\n\n')}\n\n— Repère\n` };
}

/** What a mail of this kind is about, without Repère's name. */
export const subjectOf = (kind: MailKind): Words => {
  const nothing = { at: { fr: '', en: '' }, link: null, ways: [] };
  return { fr: renderMail(kind, 'fr', nothing).subject, en: renderMail(kind, 'en', nothing).subject };
};

const NAME = { fr: 'Repère : ', en: 'Repère: ' } as const;

function renderMail(kind: MailKind, language: Language, { at, link, ways }: MailFacts): RenderedMail {
  if (isAccountNews(kind)) return renderNews(kind, language, at[language]);
  switch (kind) {
    case 'invitation':
      return INVITATION[language](link ?? '');
    case 'reset':
      return ways.length > 0
        ? OTHER_WAY[language](ways.map((way) => `– ${way[language]}`))
        : RESET[language](link ?? '');
    case 'emergency-access':
      return REVIEW[language];
    case 'circle-told':
      return CIRCLE[language];
    case 'referral-opened':
      return REFERRAL[language];
    case 'referral-silent':
      return SILENCE[language];
    case 'referral-kept-away':
      return KEPT_AWAY[language];
    case 'referral-over':
      return OVER[language];
    case 'referral-message':
      return MESSAGE[language];
    case 'age-gap':
      return AGE_GAP[language];
    case 'reminder-act':
    case 'reminder-approval':
    case 'reminder-duty':
    case 'reminder-digest':
    case 'reminder-services':
    case 'reminder-training':
    case 'reminder-team-training':
    case 'reminder-hand-over':
    case 'reminder-referral':
    case 'reminder-appointment':
      return REMINDERS[kind][language];
  }
}

const INVITATION = {
  fr: (link: string): RenderedMail => ({
    subject: 'votre accès',
    lines: [
      'Bonjour,',
      'Un accès à Repère a été préparé pour vous. Choisissez votre mot de passe avec ce lien :',
      link,
      `Le lien sert une seule fois, pendant ${INVITATION_HOURS} heures. Ensuite, demandez-en un autre à l’administration de votre service.`,
      'Vous ne vous y attendiez pas ? N’ouvrez pas le lien et prévenez l’administration de votre service.',
    ],
  }),
  en: (link: string): RenderedMail => ({
    subject: 'your access',
    lines: [
      'Hello,',
      'Access to Repère was prepared for you. Choose your password with this link:',
      link,
      `The link works once, for ${INVITATION_HOURS} hours. After that, ask your service’s administration for another.`,
      'You did not expect this? Do not open the link, and tell your service’s administration.',
    ],
  }),
} as const;

const RESET = {
  fr: (link: string): RenderedMail => ({
    subject: 'nouveau mot de passe',
    lines: [
      'Bonjour,',
      'Quelqu’un a dit avoir oublié le mot de passe de votre compte. Pour en choisir un nouveau :',
      link,
      `Le lien sert une seule fois, pendant ${RESET_MINUTES} minutes. Votre seconde preuve reste la même.`,
      'Ce n’était pas vous ? Ne faites rien : votre mot de passe ne change pas.',
    ],
  }),
  en: (link: string): RenderedMail => ({
    subject: 'new password',
    lines: [
      'Hello,',
      'Somebody said that they forgot the password of your account. To choose a new one:',
      link,
      `The link works once, for ${RESET_MINUTES} minutes. Your second factor stays the same.`,
      'It was not you? Do nothing: your password does not change.',
    ],
  }),
} as const;

/** There is no password to forget, and whoever reads the mails is given none. */
const OTHER_WAY = {
  fr: (ways: readonly string[]): RenderedMail => ({
    subject: 'votre connexion',
    lines: [
      'Bonjour,',
      'Quelqu’un a dit avoir oublié le mot de passe de votre compte. Ce compte n’a pas de mot de passe. Sur la page de connexion de Repère, choisissez :',
      ...ways,
      'Cela ne vous laisse pas entrer ? Appelez l’administration de votre service.',
      'Ce n’était pas vous ? Ne faites rien : votre compte ne change pas.',
    ],
  }),
  en: (ways: readonly string[]): RenderedMail => ({
    subject: 'signing in',
    lines: [
      'Hello,',
      'Somebody said that they forgot the password of your account. This account has no password. On Repère’s sign-in page, choose:',
      ...ways,
      'It does not let you in? Call your service’s administration.',
      'It was not you? Do nothing: your account does not change.',
    ],
  }),
} as const;

const REVIEW = {
  fr: {
    subject: 'une relecture vous attend',
    lines: [
      'Bonjour,',
      'Quelque chose attend votre relecture dans « Ma journée ». Connectez-vous à Repère pour le lire.',
    ],
  },
  en: {
    subject: 'a review waits for you',
    lines: ['Hello,', 'Something waits for your review in “My day”. Sign in to Repère to read it.'],
  },
} as const satisfies Readonly<Record<Language, RenderedMail>>;

const CIRCLE = {
  fr: {
    subject: 'à lire maintenant',
    lines: [
      'Bonjour,',
      'Quelque chose vient de se passer, que vous devez savoir. C’est en haut de « Ma journée » : connectez-vous à Repère pour le lire.',
    ],
  },
  en: {
    subject: 'to read now',
    lines: [
      'Hello,',
      'Something has just happened that you must know of. It is at the top of “My day”: sign in to Repère to read it.',
    ],
  },
} as const satisfies Readonly<Record<Language, RenderedMail>>;

const REFERRAL = {
  fr: {
    subject: 'une demande vous attend',
    lines: [
      'Bonjour,',
      'Un service vous adresse une demande. Ouvrez Repère en tapant son adresse vous-même, et connectez-vous pour la lire : elle est dans « Orientations ».',
    ],
  },
  en: {
    subject: 'a request waits for you',
    lines: [
      'Hello,',
      'A service sends you a request. Open Repère by typing its address yourself, and sign in to read it: it is in “Referrals”.',
    ],
  },
} as const satisfies Readonly<Record<Language, RenderedMail>>;

const MESSAGE = {
  fr: {
    subject: 'un message vous attend',
    lines: [
      'Bonjour,',
      'Une équipe vous a écrit au sujet d’une demande. Ouvrez Repère en tapant son adresse vous-même, et connectez-vous pour lire son message : il est dans « Orientations ».',
    ],
  },
  en: {
    subject: 'a message waits for you',
    lines: [
      'Hello,',
      'A team wrote to you about a request. Open Repère by typing its address yourself, and sign in to read its message: it is in “Referrals”.',
    ],
  },
} as const satisfies Readonly<Record<Language, RenderedMail>>;

/** G05: what is offered to younger minors is offered until eighteen. */
const AGE_GAP = {
  fr: {
    subject: 'des services écartent un mineur par l’âge',
    lines: [
      'Bonjour,',
      'Pour un besoin suivi par votre équipe, des services qui accueillent des mineurs plus jeunes écartent les 16-17 ans. Ouvrez Repère en tapant son adresse vous-même : c’est dans « Orientations sans réponse ».',
    ],
  },
  en: {
    subject: 'services shut a minor out by age',
    lines: [
      'Hello,',
      'For a need that your team follows, services that take younger minors shut out those of 16 and 17. Open Repère by typing its address yourself: it is in “Unanswered referrals”.',
    ],
  },
} as const;

const SILENCE = {
  fr: {
    subject: 'une demande reste sans réponse ou sans retour',
    lines: [
      'Bonjour,',
      'Une demande de votre équipe est restée sans réponse ou sans retour dans le délai. Ouvrez Repère en tapant son adresse vous-même : elle est dans « Orientations sans réponse ».',
    ],
  },
  en: {
    subject: 'a request has no answer or no feedback',
    lines: [
      'Hello,',
      'A request of your team has had no answer or no feedback in time. Open Repère by typing its address yourself: it is in “Unanswered referrals”.',
    ],
  },
} as const satisfies Readonly<Record<Language, RenderedMail>>;

const KEPT_AWAY = {
  fr: {
    subject: 'une demande ne tient plus',
    lines: [
      'Bonjour,',
      'Une personne à qui une demande avait été adressée est tenue à l’écart : sa réponse ne compte plus. Ouvrez Repère en tapant son adresse vous-même : dans le dossier, « Orientations » dit quel besoin attend le service suivant.',
    ],
  },
  en: {
    subject: 'a request does not hold any more',
    lines: [
      'Hello,',
      'Somebody to whom a request was sent is kept away: their answer does not count any more. Open Repère by typing its address yourself: in the case, “Referrals” says which need waits for the next service.',
    ],
  },
} as const satisfies Readonly<Record<Language, RenderedMail>>;

const OVER = {
  fr: {
    subject: 'plus rien n’est demandé',
    lines: [
      'Bonjour,',
      'Une demande qui vous avait été adressée est close : rien ne vous est plus demandé pour elle, et une place tenue pour elle peut être libérée. Ouvrez Repère en tapant son adresse vous-même : « Orientations » dit laquelle.',
    ],
  },
  en: {
    subject: 'nothing is asked any more',
    lines: [
      'Hello,',
      'A request that was sent to you is closed: nothing is asked of you for it any more, and a place that you hold for it can be given to others. Open Repère by typing its address yourself: “Referrals” says which one.',
    ],
  },
} as const satisfies Readonly<Record<Language, RenderedMail>>;
