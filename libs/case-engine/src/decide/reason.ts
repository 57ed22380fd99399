import { text, type Text } from '@repere/feel';
import type { Reason } from '../journal/engine-types';

type About = Pick<Reason, 'step' | 'runId' | 'field' | 'basis' | 'about'>;

export function reason(code: string, words: Text, about: About = {}): Reason {
  return { code, text: words, ...about };
}

/** Refusals whose words do not depend on the case. */
const REFUSALS = {
  'no-such-run': text("Ce protocole n'est pas engagé dans ce dossier.", 'No such run in this case.'),
  'no-such-step': text("Cette étape n'existe pas dans ce protocole.", 'No such step in this protocol.'),
  'no-such-entry': text("Cet acte n'est pas dans le dossier.", 'No such entry in this case.'),
  'not-yours-to-enter': text(
    "La saisie revient au travailleur en charge du dossier ou à un rôle prévu par l'étape.",
    'It is for the worker in charge of the case, or a role that the step names, to enter this.',
  ),
  'in-future': text(
    'Un acte ne peut pas avoir eu lieu dans le futur.',
    'An act can not have happened in the future.',
  ),
  'too-long-ago': text("L'année est trop ancienne : vérifiez-la.", 'The year is too long ago: check it.'),
  'no-participant': text("Dire qui a fait l'acte.", 'Say whose act it was.'),
  'interpreter-unnamed': text(
    "Noter l'identité de l'interprète et la langue (G04).",
    'Note who the interpreter is and the language (G04).',
  ),
  'interpreter-tie-unknown': text(
    "Dire si l'interprète a un lien avec l'enfant : aucun, parent, facilitateur ou co-résident (G04).",
    'Say whether the interpreter has a tie to the child: none, relative, facilitator or fellow resident (G04).',
  ),
  'interpreter-tied': text(
    "L'interprète n'est jamais un parent, un facilitateur ni un co-résident (G04).",
    'The interpreter is never a relative, a facilitator or a fellow resident (G04).',
  ),
  'unknown-field': text(
    "Cette réponse n'est pas demandée par cette étape.",
    'This step does not ask for this.',
  ),
  'missing-field': text(
    'Une réponse est nécessaire ; « inconnu », « non demandé » ou « refusé » en est une.',
    'An answer is needed; "unknown", "not asked" or "refused" is one.',
  ),
  'not-relevant': text("Sans objet d'après les autres réponses.", 'Of no relevance by the other answers.'),
  'needs-amendment': text(
    "Cette réponse ne change pas avec le temps : si elle était fausse, corrigez l'acte avec son motif.",
    'This answer does not change over time: if it was wrong, amend the entry, with the reason.',
  ),
  'written-elsewhere': text('Seule une autre étape décide de ceci.', 'Only another step decides this.'),
  'missing-decision': text('Une décision est nécessaire.', 'A decision is needed.'),
  'missing-reasons': text(
    'Choisir au moins un motif de la liste.',
    'Choose at least one reason from the list.',
  ),
  'missing-motive': text('Écrire le motif dans la note.', 'Write the reason in the note.'),
  'unknown-reason': text("Ce motif n'est pas dans la liste.", 'This reason is not in the list.'),
  'missing-best-interests': text(
    "L'intérêt supérieur de l'enfant s'écrit avant une décision qui protège moins.",
    "The child's best interests are written before a decision that protects less.",
  ),
  'missing-child-view': text(
    "L'avis de l'enfant, ou pourquoi il manque, s'écrit avant une décision qui protège moins.",
    "The child's view, or why it is missing, is written before a decision that protects less.",
  ),
  'no-new-facts': text(
    'Protéger moins demande un fait nouveau, saisi depuis la dernière décision.',
    'Protecting less needs a new fact, entered since the last decision.',
  ),
  'lowered-without-facts': text(
    "Corriger vers une réponse qui protège moins, c'est décider de nouveau : il faut un fait nouveau saisi depuis, ou dire que c'était une erreur de saisie et ce qui était vrai.",
    'Correcting to an answer that protects less is deciding again: it needs a new fact entered since, or say that it was entered in error and what was true.',
  ),
  'missing-row': text('Ajouter une ligne, ou dire « aucun autre ».', 'Add a row, or say "no other".'),
  'no-such-row': text("Cette ligne n'existe pas.", 'There is no such row.'),
  'no-row-here': text("Cette étape n'a pas de ligne.", 'This step has no row.'),
  'row-id': text(
    'Identifiant de ligne : 1 à 64 lettres, chiffres, - ou _.',
    'Row id: 1 to 64 letters, digits, - or _.',
  ),
  'not-closing': text('Cette étape ne clôt pas de liste.', 'This step closes no list.'),
  'unknown-evidence': text(
    "Cette pièce n'est pas prévue par l'étape.",
    'The step does not provide for this evidence.',
  ),
  'missing-evidence': text(
    'Joindre cette pièce avant : ce qui protège moins ne prend pas effet sans elle.',
    'Bring this evidence before: what protects less does not take effect without it.',
  ),
  'nothing-to-approve': text("Rien n'attend de validation ici.", 'Nothing here waits for approval.'),
  'own-approval': text('Une autre personne doit valider.', 'Another person must approve.'),
  'not-waivable': text('Cette étape ne peut pas être écartée.', 'This step can not be waived.'),
  'already-done': text('Cette étape est faite.', 'This step is done.'),
  'lowered-by-time': text(
    'Avec cette heure, une décision qui protège moins reprendrait effet : décidez à nouveau.',
    'With this time a decision that protects less would hold again: decide anew.',
  ),
  'nothing-amended': text('Dire ce qui était faux.', 'Say what was wrong.'),
  'already-running': text('Ce protocole est déjà engagé.', 'This protocol is already engaged.'),
  'no-such-protocol': text(
    "Cette version du protocole n'existe pas.",
    'There is no such version of the protocol.',
  ),
  'not-yours-to-move': text(
    'Changer la version suivie revient à un·e responsable.',
    'Changing the version that is followed is for a supervisor.',
  ),
  'same-version': text('Cette version est déjà suivie.', 'This version is followed already.'),
  'step-gone': text(
    "La version suivie n'a plus cette étape, qui demandait une seconde personne : notez le fait, ou décidez à nouveau.",
    'The version followed has this step no more, and it took a second person: record the fact, or decide anew.',
  ),
  'not-the-same-act': text(
    'Cet acte ne compte plus ici : du temps a passé, ou quelque chose a changé depuis. Faites l’étape.',
    'This act counts here no more: time has passed, or something has changed since. Do the step.',
  ),
  'not-confirmable': text('Cet acte ne peut pas être confirmé ici.', 'This entry can not be confirmed here.'),
} as const;

type RefusalCode = keyof typeof REFUSALS;

export function refusal(code: RefusalCode, about: About = {}): Reason {
  return reason(code, REFUSALS[code], about);
}
