import { namedAct, type NamedAct } from './named-act';

/** Acts on protocols, their drafts and their proofs. */
export const PROTOCOL_ACTS = {
  'protocol.list': namedAct('listed', 'A vu les protocoles', 'Saw the protocols'),
  'protocol.read': namedAct('opened', 'A lu un protocole', 'Read a protocol'),
  'protocol.versions': namedAct('listed', 'A vu les versions d’un protocole', 'Saw a protocol’s versions'),
  'protocol.diff': namedAct('opened', 'A comparé deux versions', 'Compared two versions'),
  'protocol.proof': namedAct('opened', 'A lu une preuve de protocole', 'Read a protocol’s proof'),
  'protocol.examples': namedAct('opened', 'A lu les cas d’école', 'Read the worked examples'),
  'protocol.references': namedAct(
    'opened',
    'A lu les références d’un protocole',
    'Read a protocol’s references',
  ),
  'protocol.wording': namedAct('opened', 'A lu les mots à éviter', 'Read the words to avoid'),
  'protocol.trace': namedAct(
    'opened',
    'A lu la traçabilité des protocoles',
    'Read the protocols’ traceability',
  ),
  'protocol.shared-files': namedAct(
    'opened',
    'A lu les textes partagés des protocoles',
    'Read the protocols’ shared texts',
  ),
  'protocol.export': namedAct('exported', 'A téléchargé un protocole', 'Downloaded a protocol'),
  'protocol.bundle': namedAct('exported', 'A téléchargé les protocoles', 'Downloaded the protocols'),
  'protocol.print': namedAct('exported', 'A imprimé un protocole', 'Printed a protocol'),
  'protocol.draw': namedAct(
    'exported',
    'A téléchargé le dessin d’un protocole',
    'Downloaded the drawing of a protocol',
  ),
  'protocol.explore': namedAct('acted', 'A fait explorer un protocole', 'Had a protocol explored'),
  'protocol.explored': namedAct('acted', 'A exploré un protocole', 'Explored a protocol'),
  'protocol.publish': namedAct('acted', 'A publié une version', 'Published a version'),
  'protocol-draft.list': namedAct(
    'listed',
    'A vu les brouillons de protocoles',
    'Saw the drafts of protocols',
  ),
  'protocol-draft.begin': namedAct(
    'acted',
    'A commencé un brouillon de protocole',
    'Began a draft of a protocol',
  ),
  'protocol-draft.read': namedAct('opened', 'A lu un brouillon de protocole', 'Read a draft of a protocol'),
  'protocol-draft.save': namedAct(
    'acted',
    'A enregistré un brouillon de protocole',
    'Saved a draft of a protocol',
  ),
  'protocol-draft.explore': namedAct(
    'acted',
    'A fait explorer un brouillon de protocole',
    'Had a draft of a protocol explored',
  ),
  'protocol-draft.try-lessons': namedAct(
    'opened',
    'A essayé un brouillon de protocole sur les exercices',
    'Tried a draft of a protocol on the exercises',
  ),
  'protocol-draft.submit': namedAct(
    'acted',
    'A soumis un brouillon de protocole',
    'Submitted a draft of a protocol',
  ),
  'protocol-draft.approve': namedAct(
    'acted',
    'A validé un brouillon de protocole',
    'Approved a draft of a protocol',
  ),
  'protocol-draft.accept-loss': namedAct(
    'acted',
    'A accepté qu’un protocole perde une preuve',
    'Accepted that a protocol loses a proof',
  ),
  'protocol-draft.send-back': namedAct(
    'acted',
    'A renvoyé un brouillon de protocole',
    'Sent a draft of a protocol back',
  ),
  'protocol-draft.abandon': namedAct(
    'acted',
    'A abandonné un brouillon de protocole',
    'Dropped a draft of a protocol',
  ),
  'protocol-draft.comment': namedAct(
    'acted',
    'A commenté un brouillon de protocole',
    'Commented on a draft of a protocol',
  ),
  'protocol-draft.settle-comment': namedAct('acted', 'A réglé un commentaire', 'Settled a comment'),
} satisfies Readonly<Record<string, NamedAct>>;
