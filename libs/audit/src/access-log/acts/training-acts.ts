import { namedAct, type NamedAct } from './named-act';

/** Acts of training. Nothing of a real child is in them. */
export const TRAINING_ACTS = {
  'training.scenarios': namedAct('listed', 'A vu les cas de formation', 'Saw the scenarios of training'),
  'training.scenario': namedAct('opened', 'A ouvert un cas de formation', 'Opened a scenario of training'),
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
  'training-space.enter': namedAct(
    'acted',
    'Est entré dans un espace d’exercice',
    'Entered a training space',
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
  'training.show-score': namedAct(
    'acted',
    'A montré ou caché le score de l’exercice',
    'Showed or hid the score of the exercise',
  ),
  'training.score': namedAct('opened', 'A vu le score de l’exercice', 'Saw the score of the exercise'),
  'training.fill': namedAct(
    'acted',
    'A écrit le début d’une histoire inventée',
    'Wrote the beginning of an invented story',
  ),
  'training.cast': namedAct('listed', 'A vu qui l’on peut jouer', 'Saw whom one can play'),
  'training.clock': namedAct(
    'acted',
    'A avancé l’horloge de l’espace d’exercice',
    'Moved the clock of the training space',
  ),
  'training.look-ahead': namedAct(
    'listed',
    'A vu ce qui vient dans l’espace d’exercice',
    'Saw what comes in the training space',
  ),
} as const satisfies Readonly<Record<string, NamedAct>>;
