import type { ReminderMail } from './mail-kinds';

/** Subject and paragraphs of each word of what waits in Repère. They name nobody, and say nothing of what it is for. */
export const REMINDERS = {
  'reminder-act': {
    fr: {
      subject: 'un acte est dû',
      lines: [
        'Bonjour,',
        'Un acte est dû sans délai dans un dossier que vous suivez. Ouvrez Repère en tapant son adresse vous-même : c’est dans « Rappels ».',
      ],
    },
    en: {
      subject: 'an act is due',
      lines: [
        'Hello,',
        'An act is due without delay in a case that you follow. Open Repère by typing its address yourself: it is in “Reminders”.',
      ],
    },
  },
  'reminder-approval': {
    fr: {
      subject: 'une validation vous attend',
      lines: [
        'Bonjour,',
        'Une validation est due dans les 24 heures. Ouvrez Repère en tapant son adresse vous-même : c’est dans « Rappels ».',
      ],
    },
    en: {
      subject: 'an approval waits for you',
      lines: [
        'Hello,',
        'An approval is due within 24 hours. Open Repère by typing its address yourself: it is in “Reminders”.',
      ],
    },
  },
  'reminder-duty': {
    fr: {
      subject: 'un acte est dû, personne n’a répondu',
      lines: [
        'Bonjour,',
        'Un acte est dû dans un dossier de votre astreinte ou de votre équipe, et personne n’a répondu. Ouvrez Repère en tapant son adresse vous-même : c’est dans « Rappels ».',
      ],
    },
    en: {
      subject: 'an act is due, nobody answered',
      lines: [
        'Hello,',
        'An act is due in a case of your duty or your team, and nobody has answered. Open Repère by typing its address yourself: it is in “Reminders”.',
      ],
    },
  },
  'reminder-hand-over': {
    fr: {
      subject: 'une relève vous attend',
      lines: [
        'Bonjour,',
        'Quelqu’un de votre équipe vous passe la suite pour votre astreinte. Quand elle commence, ouvrez Repère en tapant son adresse vous-même : c’est dans « La relève de la nuit », « Mon équipe ».',
      ],
    },
    en: {
      subject: 'a hand-over waits for you',
      lines: [
        'Hello,',
        'Somebody of your team hands over to you for your duty. Once it begins, open Repère by typing its address yourself: it is in “The hand-over for the night”, “My team”.',
      ],
    },
  },
  'reminder-referral': {
    fr: {
      subject: 'une orientation vous attend',
      lines: [
        'Bonjour,',
        'Une orientation ou une demande de place attend que vous fassiez la suite. Ouvrez Repère en tapant son adresse vous-même : c’est dans « Ma journée ».',
      ],
    },
    en: {
      subject: 'a referral waits for you',
      lines: [
        'Hello,',
        'A referral or a question for a place waits for you to go on with it. Open Repère by typing its address yourself: it is in “My day”.',
      ],
    },
  },
  'reminder-digest': {
    fr: {
      subject: 'votre journée',
      lines: [
        'Bonjour,',
        'Des actes ou des validations vous attendent aujourd’hui dans des dossiers que vous suivez. Ouvrez Repère en tapant son adresse vous-même : ils sont dans « Ma journée ».',
        'L’heure de ce courriel se choisit dans « Rappels ».',
      ],
    },
    en: {
      subject: 'your day',
      lines: [
        'Hello,',
        'Acts or approvals wait for you today in cases that you follow. Open Repère by typing its address yourself: they are in “My day”.',
        'The hour of this mail is chosen in “Reminders”.',
      ],
    },
  },
  'reminder-services': {
    fr: {
      subject: 'des contacts à vérifier',
      lines: [
        'Bonjour,',
        'Des services de l’annuaire, ou des contacts d’astreinte, n’ont pas été vérifiés depuis trois mois. Ouvrez Repère en tapant son adresse vous-même : c’est dans « Services » et « Astreintes ».',
      ],
    },
    en: {
      subject: 'contacts to check',
      lines: [
        'Hello,',
        'Services of the directory, or contacts on call, were not checked for three months. Open Repère by typing its address yourself: they are in “Services” and “On call”.',
      ],
    },
  },
  'reminder-training': {
    fr: {
      subject: 'une formation à refaire',
      lines: [
        'Bonjour,',
        'Une de vos formations est à refaire, ou le sera bientôt. Ouvrez Repère en tapant son adresse vous-même : « Mes formations » dit laquelle, et pourquoi.',
      ],
    },
    en: {
      subject: 'training to be done again',
      lines: [
        'Hello,',
        'One of your trainings is to be done again, or soon will be. Open Repère by typing its address yourself: “My training” says which, and why.',
      ],
    },
  },
  'reminder-team-training': {
    fr: {
      subject: 'des formations à refaire',
      lines: [
        'Bonjour,',
        'Dans vos équipes, des formations sont à refaire, ou le seront bientôt. Ouvrez Repère en tapant son adresse vous-même : « Formation de l’équipe » dit lesquelles, et pourquoi.',
      ],
    },
    en: {
      subject: 'training to be done again',
      lines: [
        'Hello,',
        'In your teams, trainings are to be done again, or soon will be. Open Repère by typing its address yourself: “Training of the team” says whose, and why.',
      ],
    },
  },
  'reminder-appointment': {
    fr: {
      subject: 'votre agenda a changé',
      lines: [
        'Bonjour,',
        'Vous êtes attendu·e à un rendez-vous ou à une concertation, ou l’un d’eux a changé de jour, n’a plus lieu ou n’est plus pour vous. Ouvrez Repère en tapant son adresse vous-même : « Mon agenda » dit ce qu’il en est.',
      ],
    },
    en: {
      subject: 'your calendar has changed',
      lines: [
        'Hello,',
        'You are expected at an appointment or a conference, or one of them was moved, is cancelled or is not for you any more. Open Repère by typing its address yourself: “My calendar” says how it stands.',
      ],
    },
  },
} as const satisfies Readonly<
  Record<
    ReminderMail,
    Readonly<Record<'fr' | 'en', { readonly subject: string; readonly lines: readonly string[] }>>
  >
>;
