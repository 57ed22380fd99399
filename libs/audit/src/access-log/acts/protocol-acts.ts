import { act, type NamedAct } from './named-act';

/** Acts on protocols, their drafts and their proofs. */
export const PROTOCOL_ACTS = {
  'protocol.list': act('listed', 'A vu les protocoles', 'Saw the protocols'),
  'protocol.read': act('opened', 'A lu un protocole', 'Read a protocol'),
  'protocol.versions': act('listed', 'A vu les versions d’un protocole', 'Saw a protocol’s versions'),
  'protocol.diff': act('opened', 'A comparé deux versions', 'Compared two versions'),
  'protocol.proof': act('opened', 'A lu une preuve de protocole', 'Read a protocol’s proof'),
  'protocol.examples': act('opened', 'A lu les cas d’école', 'Read the worked examples'),
  'protocol.references': act('opened', 'A lu les références d’un protocole', 'Read a protocol’s references'),
  'protocol.wording': act('opened', 'A lu les mots à éviter', 'Read the words to avoid'),
  'protocol.trace': act('opened', 'A lu la traçabilité des protocoles', 'Read the protocols’ traceability'),
  'protocol.shared-files': act(
    'opened',
    'A lu les textes partagés des protocoles',
    'Read the protocols’ shared texts',
  ),
  'protocol.export': act('exported', 'A téléchargé un protocole', 'Downloaded a protocol'),
  'protocol.bundle': act('exported', 'A téléchargé les protocoles', 'Downloaded the protocols'),
  'protocol.print': act('exported', 'A imprimé un protocole', 'Printed a protocol'),
  'protocol.draw': act(
    'exported',
    'A téléchargé le dessin d’un protocole',
    'Downloaded the drawing of a protocol',
  ),
  'protocol.explore': act('acted', 'A fait explorer un protocole', 'Had a protocol explored'),
  'protocol.explored': act('acted', 'A exploré un protocole', 'Explored a protocol'),
  'protocol.publish': act('acted', 'A publié une version', 'Published a version'),
  'protocol-draft.list': act('listed', 'A vu les brouillons de protocoles', 'Saw the drafts of protocols'),
  'protocol-draft.begin': act('acted', 'A commencé un brouillon de protocole', 'Began a draft of a protocol'),
  'protocol-draft.read': act('opened', 'A lu un brouillon de protocole', 'Read a draft of a protocol'),
  'protocol-draft.save': act(
    'acted',
    'A enregistré un brouillon de protocole',
    'Saved a draft of a protocol',
  ),
  'protocol-draft.explore': act(
    'acted',
    'A fait explorer un brouillon de protocole',
    'Had a draft of a protocol explored',
  ),
  'protocol-draft.submit': act(
    'acted',
    'A soumis un brouillon de protocole',
    'Submitted a draft of a protocol',
  ),
  'protocol-draft.approve': act(
    'acted',
    'A validé un brouillon de protocole',
    'Approved a draft of a protocol',
  ),
  'protocol-draft.accept-loss': act(
    'acted',
    'A accepté qu’un protocole perde une preuve',
    'Accepted that a protocol loses a proof',
  ),
  'protocol-draft.send-back': act(
    'acted',
    'A renvoyé un brouillon de protocole',
    'Sent a draft of a protocol back',
  ),
  'protocol-draft.abandon': act(
    'acted',
    'A abandonné un brouillon de protocole',
    'Dropped a draft of a protocol',
  ),
  'protocol-draft.comment': act(
    'acted',
    'A commenté un brouillon de protocole',
    'Commented on a draft of a protocol',
  ),
  'protocol-draft.settle-comment': act('acted', 'A réglé un commentaire', 'Settled a comment'),
} satisfies Readonly<Record<string, NamedAct>>;
