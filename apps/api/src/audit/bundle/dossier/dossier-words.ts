import type { Words } from '@repere/cases';

/** What stands in a dossier beside what was recorded. Typographic apostrophes: it is read by a judge. */
export const DOSSIER_WORDS = {
  title: { fr: 'Dossier de preuve', en: 'Evidence dossier' },
  fiction: { fr: 'FICTIF', en: 'FICTIONAL' },
  contents: { fr: 'Ce que contient ce document', en: 'What this document holds' },
  page: { fr: 'page', en: 'page' },
  made: { fr: 'Établi le', en: 'Made on' },
  by: { fr: 'Par', en: 'By' },
  reason: { fr: 'Pourquoi', en: 'Why' },
  cases: { fr: 'Dossiers', en: 'Cases' },
  fileNumber: { fr: 'Alias dans le registre', en: 'Alias in the record' },
  left: { fr: 'Non communiqué', en: 'Not disclosed' },
  leftNothing: {
    fr: 'Rien n’est masqué dans ce document, sauf ce qu’une personne a dit en confidence pour rester à l’écart du dossier. Ce qui a été fait, demandé, envoyé et répondu y est nommé acte par acte ; les autres actes y sont comptés. Les fichiers des lettres et des documents restent dans le dossier : leur empreinte est ici.',
    en: 'Nothing is masked in this document, but for what a person said in confidence to stay away from the case. What was done, asked, sent and answered is named act by act; other acts are counted. The files of letters and documents stay in the case: their fingerprint is here.',
  },
  leftWhy: {
    fr: 'Ce qui suit n’est pas dans ce document, soit que la personne qui l’a établi ne puisse pas le voir, soit qu’elle ait choisi de ne pas le communiquer. Chaque endroit le dit. La preuve tient quand même : l’empreinte de ce qui manque est scellée avec le reste.',
    en: 'The following is not in this document: whoever made it either may not see it, or chose not to disclose it. Each place says so. The proof holds all the same: the fingerprint of what is missing is sealed with the rest.',
  },
  erased: {
    fr: 'Ce dossier a été effacé, selon la règle de conservation ou un droit de la personne. Ce qui a été inscrit ne peut plus être lu par personne. Les inscriptions elles-mêmes, leur ordre et leur date restent prouvés.',
    en: 'This case was erased, by a retention rule or a right of the person. Nobody can read any more what was entered. The entries themselves, their order and their dates stay proven.',
  },
  child: { fr: 'L’enfant et le service', en: 'The child and the service' },
  called: { fr: 'Appelé·e', en: 'Called' },
  name: { fr: 'Identité', en: 'Name' },
  alsoKnown: { fr: 'Aussi connu·e comme', en: 'Also known as' },
  birth: { fr: 'Naissance', en: 'Birth' },
  phones: { fr: 'Téléphones', en: 'Phones' },
  safeContact: { fr: 'Contact sûr', en: 'Safe contact' },
  opened: { fr: 'Dossier ouvert le', en: 'Case opened on' },
  lead: { fr: 'Pilote du dossier', en: 'Lead' },
  noLead: { fr: 'personne', en: 'nobody' },
  team: { fr: 'Équipe', en: 'Team' },
  people: { fr: 'Autour de l’enfant', en: 'Around the child' },
  timeline: { fr: 'Ce qui s’est passé, dans l’ordre', en: 'What happened, in order' },
  timelineLead: {
    fr: 'Chaque ligne est une inscription du registre, avec son numéro. « Inscrit le » : moment où le serveur l’a reçue.',
    en: 'Each line is an entry of the record, with its number. “Entered on”: when the server received it.',
  },
  number: { fr: 'N°', en: 'No.' },
  when: { fr: 'Quand', en: 'When' },
  what: { fr: 'Quoi', en: 'What' },
  who: { fr: 'Qui', en: 'Who' },
  entered: { fr: 'Inscrit le', en: 'Entered on' },
  run: { fr: 'Protocole', en: 'Protocol' },
  version: { fr: 'Version', en: 'Version' },
  hash: { fr: 'Empreinte SHA-256', en: 'SHA-256 fingerprint' },
  started: { fr: 'Engagé le', en: 'Started on' },
  outcome: { fr: 'Issue', en: 'Outcome' },
  state: { fr: 'État', en: 'State' },
  due: { fr: 'Échéance', en: 'Deadline' },
  met: { fr: 'Tenue le', en: 'Met on' },
  ground: { fr: 'Fondement', en: 'Ground' },
  happened: { fr: 'Fait le', en: 'Done on' },
  with: { fr: 'Avec', en: 'With' },
  reasons: { fr: 'Motifs', en: 'Reasons' },
  bestInterests: { fr: 'Intérêt supérieur de l’enfant', en: 'Best interests of the child' },
  childView: { fr: 'Avis de l’enfant', en: 'Child’s view' },
  noChildView: { fr: 'pas recueilli : ', en: 'not sought: ' },
  evidence: { fr: 'Pièces (références)', en: 'Papers (references)' },
  note: { fr: 'Note', en: 'Note' },
  second: { fr: 'Seconde personne', en: 'Second person' },
  amended: { fr: 'Corrigé ensuite par', en: 'Corrected later by' },
  notYet: { fr: 'Étapes sans inscription', en: 'Steps without an entry' },
  outside: { fr: 'Hors des étapes d’un protocole', en: 'Outside the steps of a protocol' },
  deviations: { fr: 'Écarts', en: 'Deviations' },
  noDeviation: {
    fr: 'Aucun écart relevé par rapport aux protocoles engagés.',
    en: 'No deviation from the protocols that were started was found.',
  },
  deviationsLead: {
    fr: 'Un écart n’est pas une faute : c’est ce qui s’éloigne du protocole, avec l’explication donnée quand il y en a une. Un délai LÉGAL vient de la loi, un délai OUTIL de ce logiciel.',
    en: 'A deviation is not a fault: it is what departs from the protocol, with the explanation given where there is one. A LEGAL deadline comes from the law, a TOOL deadline from this software.',
  },
  since: { fr: 'Depuis le', en: 'Since' },
  broken: { fr: 'Garde-fou rompu', en: 'Broken safeguard' },
  approvals: { fr: 'Décisions à deux', en: 'Decisions by two people' },
  noApproval: {
    fr: 'Aucune décision n’a demandé de seconde personne.',
    en: 'No decision asked for a second person.',
  },
  decision: { fr: 'Décision', en: 'Decision' },
  answer: { fr: 'Réponse', en: 'Answer' },
  approved: { fr: 'validé', en: 'approved' },
  returned: { fr: 'renvoyé', en: 'sent back' },
  accessLog: { fr: 'Qui a consulté ce dossier', en: 'Who looked at this case' },
  accessLogLead: {
    fr: 'Toute consultation est inscrite avant d’être montrée. Les alias sont ceux des inscriptions du registre.',
    en: 'Every look is entered before anything is shown. Aliases are those in the entries of the record.',
  },
  alias: { fr: 'Alias', en: 'Alias' },
  acts: { fr: 'Actes', en: 'Acts' },
  seen: { fr: 'Consultations', en: 'Looks' },
  listed: { fr: 'Vu dans une liste', en: 'Seen in a list' },
  refused: { fr: 'Refus', en: 'Refusals' },
  first: { fr: 'Première fois', en: 'First' },
  last: { fr: 'Dernière fois', en: 'Last' },
  itself: { fr: 'Repère (de lui-même)', en: 'Repère (by itself)' },
  proof: { fr: 'Ce que cette preuve vaut', en: 'What this proof is worth' },
  mission: { fr: 'Mission d’audit', en: 'Audit mission' },
} as const satisfies Readonly<Record<string, Words>>;

/** What the proof proves, what it can't, and how to check it. */
export const PROOF_WORDS = {
  proves: [
    {
      fr: 'Chaque inscription citée ici est entrée dans le registre à la place et dans l’ordre dits, et n’a pas changé depuis. Si une seule lettre de ce document, d’une inscription ou d’une pièce jointe est modifiée, la vérification le dit et nomme l’endroit.',
      en: 'Each entry cited here came into the record at the place and in the order stated, and has not changed since. If a single letter of this document, of an entry or of a file beside it is changed, the check says so and names the place.',
    },
    {
      fr: 'L’heure d’inscription est celle du serveur. L’heure des faits est celle qu’une personne a déclarée.',
      en: 'The time of entry is the server’s. The time of what happened is what a person stated.',
    },
  ],
  /** Of one case the making itself closes the stream; of a mission it stands in the mission's. */
  whole: {
    case: {
      fr: 'Toutes les inscriptions du dossier sont là, sans interruption, jusqu’au moment où la preuve a été établie, consultations comprises.',
      en: 'All entries of the case are there, without interruption, up to the moment when the proof was made, looks included.',
    },
    mission: {
      fr: 'De chaque dossier, les inscriptions sont là sans interruption, de la première à la dernière montrée ; rien ne dit si d’autres ont suivi.',
      en: 'Of each case the entries are there without interruption, from the first to the last shown; nothing tells whether others followed.',
    },
  },
  cannot: [
    {
      fr: 'Qu’une chose inscrite soit vraie : la preuve dit qui a écrit quoi et quand, pas que c’est exact.',
      en: 'That something entered is true: the proof says who wrote what and when, not that it is right.',
    },
    {
      fr: 'Ce qui n’a jamais été inscrit.',
      en: 'What was never entered.',
    },
    {
      fr: 'Une entente entre les personnes qui tiennent le serveur et la clé de signature, avant qu’un premier point de contrôle ne soit connu ailleurs. D’où l’intérêt d’en garder un hors du service.',
      en: 'Collusion of those who hold the server and the signing key, before a first checkpoint is known elsewhere. Hence the use of keeping one outside the service.',
    },
    {
      fr: 'La date exacte par une horloge tierce : les heures sont celles du serveur.',
      en: 'The exact date by a third party’s clock: times are the server’s.',
    },
  ],
  how: [
    {
      fr: 'Ce document fait partie d’un fichier ZIP. Gardez le ZIP tel quel : seul, ce document ne prouve rien.',
      en: 'This document is part of a ZIP file. Keep the ZIP as it is: alone, this document proves nothing.',
    },
    {
      fr: 'Sans réseau, sur n’importe quel ordinateur avec Node : repere verify dossier.zip --key CLÉ, avec la clé que le service publie. Ou dans un navigateur : page Preuve de Repère, en y déposant le ZIP ; rien n’est envoyé.',
      en: 'Without network, on any computer with Node: repere verify dossier.zip --key KEY, with the key that the service publishes. Or in a browser: the Proof page of Repère, by dropping the ZIP there; nothing is sent.',
    },
    {
      fr: 'Quatre réponses possibles : intact ; modifié, avec l’endroit ; illisible ; cohérent mais de signataire inconnu, quand on n’a donné ni la clé ni un point de contrôle. Avec un point de contrôle gardé ailleurs (--pinned), la vérification trouve aussi un registre refait ou ramené en arrière.',
      en: 'Four possible answers: intact; altered, with the place; unreadable; consistent but of an unknown signer, when neither the key nor a checkpoint was given. With a checkpoint kept elsewhere (--pinned), the check also finds a record that was rewritten or rolled back.',
    },
    {
      fr: 'Quand des informations sont laissées de côté, la vérification dit : intact, rejeu impossible, et combien de champs manquent.',
      en: 'Where information is left out, the check says: intact, replay not possible, and how many fields are missing.',
    },
  ],
  provesTitle: { fr: 'Ce qu’elle prouve', en: 'What it proves' },
  cannotTitle: { fr: 'Ce qu’elle ne peut pas prouver', en: 'What it can’t prove' },
  howTitle: { fr: 'Comment la vérifier', en: 'How to check it' },
} as const;
