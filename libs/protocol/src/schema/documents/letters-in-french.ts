/** What the places of `letters.yaml` are for, in French. */
export const LETTERS_IN_FRENCH = {
  'Letters that come out of what is recorded.': 'Les lettres qui se tirent de ce qui est inscrit.',
  'By name, in the order of the list.': 'Par nom, dans l’ordre de la liste.',
  'A kind of letter.': 'Une sorte de lettre.',
  'A part of the letter, with its heading.': 'Une partie de la lettre, avec son titre.',
  'Its name in the letter.': 'Son nom dans la lettre.',
  'What is proposed there: who the child is, what is known, done or reached, what a referral says, or words.':
    'Ce qui y est proposé : qui est l’enfant, ce qu’on sait, ce qui est fait ou franchi, ce que dit une orientation, ou des mots.',
  'Classes of what is proposed; all else is left out until chosen.':
    'Les classes de ce qui est proposé ; le reste est laissé de côté, sauf choix.',
  'A class of fields.': 'Une classe de champs.',
  'Facts that are named where nothing is recorded: danger, town.told, signs.debt.':
    'Les faits nommés quand rien n’est inscrit : danger, town.told, signs.debt.',
  'Steps that any letter may say by their title: town.call_home.':
    'Les étapes que toute lettre peut dire par leur titre : town.call_home.',
  'true: without it, it is no letter of its kind.': 'true : sans elle, ce n’est pas cette lettre.',
  'What stands there at first, in its language.': 'Ce qui s’y trouve d’abord, dans sa langue.',
  'Facts that stand there where they are known: town.why_not_told.':
    'Faits qui y figurent là où ils sont connus : town.why_not_told.',
  'Whoever writes it chooses whether the family was told; these facts propose it.':
    'Qui l’écrit choisit si la famille est prévenue ; ces faits le proposent.',
  'A yes or no: we told them.': 'Un oui ou non : nous l’avons prévenue.',
  'A yes or no: they know without us.': 'Un oui ou non : elle le sait sans nous.',
  'A choice: why they were not told.': 'Un choix : pourquoi elle n’est pas prévenue.',
  'In which it is printed. Default fr.': 'Dans laquelle elle s’imprime. Par défaut fr.',
  'Who it is for.': 'À qui elle va.',
  'Ground in the register of sharing; without one, it is the child’s own.':
    'Le motif au registre des partages ; sans motif, elle est à l’enfant.',
  'true: its recipients are bound by secrecy.': 'true : qui la reçoit est tenu au secret.',
  'The law that it stands on, as it is printed, in its language.':
    'Le texte qui la fonde, tel qu’imprimé, dans sa langue.',
  'Who signs it.': 'Qui la signe.',
  'Whether a second person signs: none, may, must. Default none.':
    'Une seconde personne signe-t-elle : none, may, must. Sinon none.',
  'true: who may only protect may send it.': 'true : qui ne peut que protéger peut l’envoyer.',
  'Steps that it does: town.call_home.': 'Les étapes qu’elle accomplit : town.call_home.',
  'What was reached, in order, each in words of its own.':
    'Ce qui est franchi, dans l’ordre, chacun avec ses propres mots.',
  'Something that was reached, in words of its own.': 'Ce qui est franchi, avec ses propres mots.',
  'Said once one of these steps was done: town.call_home.':
    'Dit une fois l’une de ces étapes faite : town.call_home.',
  'What comes next: said, without a day, until one of these was done.':
    'Ce qui vient : dit, sans jour, jusqu’à ce que l’une de celles-ci soit faite.',
  'Said where this is known alone.': 'Dit seulement là où ceci est connu.',
  'Said where nothing else was ever recorded of this.': 'Dit là où rien d’autre n’en a jamais été inscrit.',
  'true: chosen, never there by itself.': 'true : à choisir, jamais là de soi-même.',
  'A choice: town.why_not_told.': 'Un choix : town.why_not_told.',
  'Its answers.': 'Ses réponses.',
  'What is said, in the letter’s language.': 'Ce qui est dit, dans la langue de la lettre.',
  'Steps at which it is one press away, and whose paper it is not: town.call_home.':
    'Les étapes où elle est à un clic, sans en être le papier : town.call_home.',
  'true: it is written from a referral, to its service.':
    'true : elle s’écrit depuis une orientation, au service de celle-ci.',
  'Its parts, in order.': 'Ses parties, dans l’ordre.',
} as const satisfies Readonly<Record<string, string>>;
