import { namedAct, type NamedAct } from './named-act';

/** Acts of training. Nothing of a real child is in them. */
export const TRAINING_ACTS = {
  'training.scenarios': namedAct('listed', 'A vu les cas de formation', 'Saw the scenarios of training'),
  'training.scenario': namedAct('opened', 'A ouvert un cas de formation', 'Opened a scenario of training'),
  'training.drafts': namedAct(
    'listed',
    'A vu quels brouillons de protocoles attendent',
    'Saw which drafts of protocols wait',
  ),
  'training.draft-lessons': namedAct(
    'opened',
    'A rejoué les exercices avec un brouillon de protocole',
    'Told the exercises with a draft of a protocol',
  ),
  'own-scenario.list': namedAct('listed', 'A vu ses cas de formation', 'Saw their own scenarios'),
  'own-scenario.begin': namedAct('acted', 'A commencé un cas de formation', 'Began a scenario of training'),
  'own-scenario.read': namedAct(
    'opened',
    'A ouvert un de ses cas de formation',
    'Opened a scenario of theirs',
  ),
  'own-scenario.save': namedAct('acted', 'A enregistré un cas de formation', 'Saved a scenario of training'),
  'own-scenario.read-version': namedAct(
    'opened',
    'A relu une version d’un de ses cas de formation',
    'Read an earlier text of a scenario of theirs',
  ),
  'own-scenario.delete': namedAct(
    'acted',
    'A supprimé un cas de formation',
    'Deleted a scenario of training',
  ),
  'training-space.list': namedAct('listed', 'A vu ses espaces d’exercice', 'Saw their training spaces'),
  'training-space.create': namedAct('acted', 'A demandé un espace d’exercice', 'Asked for a training space'),
  'training-space.made': namedAct('acted', 'A préparé un espace d’exercice', 'Made a training space'),
  'training-space.change': namedAct(
    'acted',
    'A recommencé, archivé ou rouvert un espace d’exercice',
    'Began a training space anew, archived or reopened it',
  ),
  'training-space.delete': namedAct('acted', 'A supprimé un espace d’exercice', 'Deleted a training space'),
  'training-space.expire': namedAct(
    'acted',
    'A supprimé un espace d’exercice où personne ne venait plus',
    'Deleted a training space that nobody came into any more',
  ),
  'training-space.leaderless': namedAct(
    'acted',
    'A archivé un espace d’exercice dont la personne qui l’animait ne peut plus animer',
    'Archived a training space whose trainer may not lead any more',
  ),
  'training-space.enter': namedAct(
    'acted',
    'Est entré dans un espace d’exercice',
    'Entered a training space',
  ),
  'training-space.load': namedAct(
    'acted',
    'A demandé des dossiers inventés pour un espace d’exercice',
    'Asked for invented cases for a training space',
  ),
  'training-space.change-load': namedAct(
    'acted',
    'A arrêté ou repris les dossiers inventés d’un espace d’exercice',
    'Stopped the invented cases of a training space, or had them go on',
  ),
  'training-space.keep-moment': namedAct(
    'acted',
    'A demandé qu’un moment d’un espace d’exercice soit gardé',
    'Asked for a moment of a training space to be kept',
  ),
  'training-space.drop-moment': namedAct(
    'acted',
    'A supprimé un moment gardé d’un espace d’exercice',
    'Deleted a kept moment of a training space',
  ),
  'training-space.branch': namedAct(
    'acted',
    'A demandé une branche d’un espace d’exercice',
    'Asked for a branch of a training space',
  ),
  'training-space.join': namedAct(
    'acted',
    'A cherché un espace d’exercice par son code',
    'Looked for a training space by its code',
  ),
  'training.ask-to-join': namedAct(
    'acted',
    'A demandé à entrer dans l’espace d’exercice',
    'Asked to come into the training space',
  ),
  'training.admit': namedAct(
    'acted',
    'A fait entrer ou sortir quelqu’un de l’espace d’exercice',
    'Let somebody into the training space, or out of it',
  ),
  'training.class-code': namedAct(
    'acted',
    'A ouvert ou fermé l’entrée de l’espace d’exercice',
    'Opened or closed the way into the training space',
  ),
  'training.begin-assessment': namedAct(
    'acted',
    'A lancé le temps de l’évaluation',
    'Began the time of the assessment',
  ),
  'training.show-score': namedAct(
    'acted',
    'A montré ou caché le score de l’exercice',
    'Showed or hid the score of the exercise',
  ),
  'training.present': namedAct(
    'acted',
    'A changé ce que la salle voit de l’exercice',
    'Changed what the room sees of the exercise',
  ),
  'training.script': namedAct(
    'opened',
    'A vu le déroulé et les notes pour qui anime',
    'Saw the course and the notes for whoever leads',
  ),
  'training.story': namedAct(
    'acted',
    'Un événement de l’histoire de l’exercice est arrivé',
    'Something of the exercise’s story came about',
  ),
  'training.rate-reason': namedAct(
    'acted',
    'A apprécié un motif écrit pour l’exercice',
    'Rated a reason that was written for the exercise',
  ),
  'training.note': namedAct(
    'acted',
    'A pris ou supprimé une note pour soi pendant l’exercice',
    'Took or deleted a note for oneself during the exercise',
  ),
  'training.notes': namedAct(
    'opened',
    'A lu ses notes sur l’exercice',
    'Read their notes about the exercise',
  ),
  'training.answer': namedAct(
    'acted',
    'A répondu à une question de l’exercice',
    'Answered a question of the exercise',
  ),
  'training.tick': namedAct(
    'acted',
    'A coché ce qu’on a vu pendant l’exercice, ou l’a décoché',
    'Ticked what was seen during the exercise, or took that back',
  ),
  'training.score': namedAct('opened', 'A vu le score de l’exercice', 'Saw the score of the exercise'),
  'training.print-debrief': namedAct(
    'exported',
    'A emporté le bilan de l’exercice sur papier',
    'Took the debrief of the exercise away on paper',
  ),
  'training.certify': namedAct(
    'acted',
    'A délivré une attestation de formation',
    'Issued a certificate of training',
  ),
  'training.certificate': namedAct(
    'exported',
    'A enregistré une attestation de formation',
    'Saved a certificate of training',
  ),
  'training-certificate.matrix': namedAct(
    'listed',
    'A vu qui est à jour de formation dans ses équipes',
    'Saw who is up to date with training in their teams',
  ),
  'training-certificate.own': namedAct('listed', 'A vu ses formations', 'Saw their own training'),
  'training-certificate.check': namedAct(
    'listed',
    'A vérifié une attestation de formation',
    'Checked a certificate of training',
  ),
  'training-certificate.import': namedAct(
    'acted',
    'A reçu une attestation de formation pour quelqu’un',
    'Took in somebody’s certificate of training',
  ),
  'training-certificate.withdraw': namedAct(
    'acted',
    'A retiré une attestation de formation',
    'Withdrew a certificate of training',
  ),
  'training-certificate.remind': namedAct(
    'acted',
    'A rappelé des formations à refaire',
    'Reminded of training to be done again',
  ),
  'training.fill': namedAct(
    'acted',
    'A écrit le début d’une histoire inventée',
    'Wrote the beginning of an invented story',
  ),
  'training.load': namedAct(
    'acted',
    'A mis des dossiers inventés dans l’espace d’exercice',
    'Put invented cases into the training space',
  ),
  'training.cast': namedAct('listed', 'A vu qui l’on peut jouer', 'Saw whom one can play'),
  'training.clock': namedAct(
    'acted',
    'A avancé l’horloge de l’espace d’exercice',
    'Moved the clock of the training space',
  ),
  'training.moments': namedAct(
    'listed',
    'A vu les moments gardés de l’espace d’exercice',
    'Saw the kept moments of the training space',
  ),
  'training.keep-moment': namedAct(
    'acted',
    'A demandé que ce moment de l’exercice soit gardé',
    'Asked for this moment of the exercise to be kept',
  ),
  'training.drop-moment': namedAct(
    'acted',
    'A supprimé un moment gardé de l’exercice',
    'Deleted a kept moment of the exercise',
  ),
  'training.branch': namedAct(
    'acted',
    'A demandé une branche de l’exercice depuis un moment gardé',
    'Asked for a branch of the exercise from a kept moment',
  ),
  'training.enter-branch': namedAct(
    'acted',
    'Est passé dans une branche de l’exercice',
    'Went on into a branch of the exercise',
  ),
  'training.begin-branch': namedAct(
    'acted',
    'A fermé les sessions de l’espace copié',
    'Ended the sessions of the space that was copied',
  ),
  'training.board': namedAct(
    'listed',
    'A vu le tableau des groupes qui s’exercent',
    'Saw the board of the groups that practise',
  ),
  'training.enter-group': namedAct(
    'acted',
    'Est passé dans un autre groupe qui s’exerce',
    'Went on into another group that practises',
  ),
  'training.look-ahead': namedAct(
    'listed',
    'A vu ce qui vient dans l’espace d’exercice',
    'Saw what comes in the training space',
  ),
} as const satisfies Readonly<Record<string, NamedAct>>;
