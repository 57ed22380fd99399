import type { Language, Text } from '@repere/feel';
import type { JsonSchema } from './json-schema';
import { CURRICULUM_IN_FRENCH } from './documents/curriculum';
import { LETTERS_IN_FRENCH } from './documents/letters-in-french';
import { SCENARIO_IN_FRENCH } from './documents/scenario-in-french';

/** What a place of a file is for, in both languages; `undefined` where its schema says nothing. */
export function describedBy(schema: JsonSchema): Text | undefined {
  const en = schema['description'];
  if (typeof en !== 'string') return undefined;
  return { fr: FRENCH.get(en) ?? en, en };
}

/** The schema with its descriptions in that language. */
export function describedIn(schema: JsonSchema, language: Language): JsonSchema {
  const said = describedBy(schema)?.[language];
  const inner = Object.entries(schema).map(([key, value]) => [key, valueIn(value, language)] as const);
  return { ...Object.fromEntries(inner), ...(said !== undefined && { description: said }) };
}

function valueIn(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((it: unknown) => valueIn(it, language));
  return typeof value === 'object' && value !== null ? describedIn(value as JsonSchema, language) : value;
}

/** JSON Schema has one description; ours is English, as in the published schemas, and its French stands here. */
const FRENCH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...SCENARIO_IN_FRENCH,
    ...LETTERS_IN_FRENCH,
    ...CURRICULUM_IN_FRENCH,
    'Which authority is competent for a child, and why.':
      'Quelle autorité est compétente pour un enfant, et pourquoi.',
    'Authorities, by name.': 'Les autorités, par leur nom.',
    'An authority.': 'Une autorité.',
    'true: the service itself, which nobody has to ask.':
      'true : le service lui-même, que personne ne saisit.',
    'Rules; the first that holds decides.': 'Les règles ; la première qui tient décide.',
    'When an authority is competent.': 'Quand une autorité est compétente.',
    'The name of the rule.': 'Le nom de la règle.',
    'Which authority is competent.': 'L’autorité compétente.',
    'Ways in which it holds, of which one is enough.': 'Les façons dont elle tient ; une seule suffit.',
    'All of this together.': 'Tout cela ensemble.',
    'A fact and the answers that count.': 'Un fait, et les réponses qui comptent.',
    'A fact, or an item of a checklist: signs.debt.': 'Un fait, ou une ligne d’une liste : signs.debt.',
    'Its answers that count.': 'Ses réponses qui comptent.',
    'Facts of the child; without an answer nobody knows.':
      'Des faits de l’enfant ; sans réponse, personne ne sait.',
    'Acts of an authority; without an entry there was none.':
      'Des actes d’une autorité ; sans écriture, il n’y en a pas eu.',
    'What ends it, recorded at the same time or later.': 'Ce qui y met fin, noté en même temps ou après.',
    'One of these steps was done.': 'Une de ces étapes est faite.',
    'One of these protocols is under way.': 'Un de ces protocoles est en cours.',
    'Steps of which the first that was done says since when it has the case.':
      'Les étapes dont la première faite dit depuis quand elle est saisie.',
    'What is asked of whom.': 'Ce qui est demandé, et à qui.',
    'Something that is asked, and its answer.': 'Ce qui est demandé, et sa réponse.',
    'Which authority is asked.': 'L’autorité saisie.',
    'Steps by which it is asked.': 'Les étapes qui la saisissent.',
    'Steps that note the answer, in order.': 'Les étapes qui notent la réponse, dans l’ordre.',
    'Where it is noted that nobody meets a need.': 'Où l’on note que personne ne couvre un besoin.',
    'A code of the list.': 'Un code de la liste.',
    'The list of the case.': 'La liste du dossier.',
    'Its column: what is missing.': 'Sa colonne : ce qui manque.',
    'Its column: why nobody gives it.': 'Sa colonne : pourquoi personne ne le donne.',
    'Its column: since which day.': 'Sa colonne : depuis quel jour.',
    'Needs of the directory, each as the list writes it.':
      'Les besoins de l’annuaire, chacun comme la liste l’écrit.',
    'Why nobody meets a need, as the list writes it.':
      'Pourquoi personne ne couvre un besoin, comme la liste l’écrit.',
    'Whom each step says to call.': 'Qui chaque étape dit d’appeler.',
    'Whom to call, the first first.': 'Qui appeler, le premier d’abord.',
    'Whom a territory has on call.': 'Qui un territoire a d’astreinte.',
    'By protocol and step: town.call_home.': 'Par protocole et étape : town.call_home.',
    'By the name of the part.': 'Par le nom de la partie.',
    'What the product reads it as: birth, safe-contact…': 'Ce que le produit y lit : birth, safe-contact…',
    'Codes that the board and samples of cases count.':
      'Les codes que comptent le tableau de bord et les échantillons.',
    'Codes of the answer.': 'Des codes de la réponse.',
    'Of a text: it names nobody, and is not masked.':
      'D’un texte : il ne nomme personne, et n’est pas masqué.',
    'Answers that are told in one press.': 'Les réponses qui se disent d’un geste.',
    'Something that happens: an answer, and what telling it engages.':
      'Ce qui arrive : une réponse, et ce que la dire engage.',
    'Facts that are asked with it.': 'Les faits demandés avec elle.',
    'Numbers to call first.': 'Les numéros à appeler d’abord.',
    'It stands first, marked.': 'Elle vient en premier, marquée.',
    'It says that somebody was called; shown where it is said whom to call.':
      'Elle dit que quelqu’un a été appelé ; montrée là où il est dit qui appeler.',
    'What is counted for as long as it is to be done.': 'Ce qui est compté tant qu’elle est à faire.',
    'What is counted each time it refuses.': 'Ce qui est compté à chaque refus.',
    "After it the case is nobody's work until something new is told.":
      'Après lui, le dossier n’est le travail de personne, jusqu’à un fait nouveau.',
    'The margin of a medical age: never under 18 months.': 'La marge d’un âge médical : jamais sous 18 mois.',
    'Of a yes-no: whether a method looks at puberty, never what it saw.':
      'D’un oui-non : une méthode regarde la puberté ; jamais ce qu’elle a vu.',
    'To whom it reports: what the law asks of the service is said beside it.':
      'À qui elle signale : ce que la loi demande au service est dit à côté.',
    'Of the danger: codes that are marked wherever the child is named.':
      'Du danger : les codes signalés partout où l’enfant est nommé.',
    'Whom to call, in order.': 'Qui appeler, dans l’ordre.',
    'Somebody to call.': 'Quelqu’un à appeler.',
    'Their numbers, where they are the same everywhere.': 'Ses numéros, s’ils sont les mêmes partout.',
    'What it hands to the child.': 'Ce qu’elle remet à l’enfant.',
    'The date since when.': 'La date depuis laquelle.',
    'The hour of that day, a number.': 'L’heure de ce jour, un nombre.',
    'The step that decides it, agreed by two.': 'L’étape qui en décide, à deux.',
    'Steps elsewhere that stay work. Default nothing.':
      'Les étapes ailleurs qui restent à faire. Par défaut nothing.',
    'A court has said so for good.': 'Un tribunal l’a dit pour de bon.',
    'case: every new case starts with it.': 'case : tout nouveau dossier commence par lui.',
    'Its steps see and doubt: doing them is not yet protecting.':
      'Ses étapes voient et doutent : les faire n’est pas encore protéger.',
    'What its outcome tells of the child.': 'Ce que son résultat dit de l’enfant.',
    'What answers the report beside the protocols.': 'Ce qui répond au rapport, en dehors des protocoles.',
    'By item of the report.': 'Par point du rapport.',
    'What answers it, and what does not yet.': 'Ce qui y répond, et ce qui n’y répond pas encore.',
    'What answers it.': 'Ce qui y répond.',
    'A page, a figure or a rule of the engine that answers the item.':
      'Une page, un chiffre ou une règle du moteur qui répond à ce point.',
    'page, statistic, or engine-rule.': 'page, statistic ou engine-rule.',
    'Words in both languages.': 'Des mots dans les deux langues.',
    'Of a page: its path in the app.': 'D’une page : son chemin dans l’application.',
    'The sheet of rights that is shown to a child.': 'La feuille de droits que l’on montre à un enfant.',
    'Parts, in the order in which they are read.': 'Les parties, dans l’ordre de la lecture.',
    'A part.': 'Une partie.',
    'One idea each.': 'Une idée chacune.',
    'One idea, and what it stands on.': 'Une idée, et sur quoi elle repose.',
    'Grounds, one at least: F36, S78, G16, P1.4.': 'Sources, une au moins : F36, S78, G16, P1.4.',
    'Whom to call.': 'Qui appeler.',
    'Numbers.': 'Numéros.',
    'A number, and when to use it.': 'Un numéro, et quand s’en servir.',
    'A number, quoted: "119".': 'Un numéro, entre guillemets : "119".',
    'call, or text: a text message.': 'call (appeler) ou text (un SMS).',
    'French words, with their English in en.yaml; or both: {fr: …, en: …}.':
      'Des mots français, leur anglais dans en.yaml ; ou les deux : {fr: …, en: …}.',
    'A condition or value in FEEL, as a string: quoted, or a block after `>-`.':
      'Une condition ou une valeur en FEEL, comme texte : entre guillemets, ou en bloc après `>-`.',
    'A name in snake_case: lower-case letters, digits and _, a letter first.':
      'Un nom en snake_case : minuscules, chiffres et _, une lettre d’abord.',
    'A code in snake_case; one that is a number is quoted: "119".':
      'Un code en snake_case ; un nombre se met entre guillemets : "119".',
    'An id in snake_case or kebab-case.': 'Un identifiant en snake_case ou kebab-case.',
    'A name in capitals: NEVER_CAME.': 'Un nom en capitales : NEVER_CAME.',
    'Name of a protocol, in kebab-case: lost-key.': 'Nom d’un protocole, en kebab-case : lost-key.',
    'Id of a step of this protocol.': 'Identifiant d’une étape de ce protocole.',
    'A fact of this protocol or of facts.yaml.': 'Un fait de ce protocole ou de facts.yaml.',
    'A fact, or `list.field` of the row in hand.': 'Un fait, ou `liste.champ` de la ligne en cours.',
    'A fact, `list.field`, `checklist.item` or `protocol.fact`.':
      'Un fait, `liste.champ`, `grille.element` ou `protocole.fait`.',
    'A version: 1.0.0.': 'Une version : 1.0.0.',
    "Role code: TS caseworker, SUP supervisor, JE children's judge…":
      'Code d’un rôle : TS travailleur social, SUP responsable, JE juge des enfants…',
    'LEGAL cites an F, REPORT an S, MEDICAL an F; TOOL is our own default, without legal force.':
      'LEGAL cite un F, REPORT un S, MEDICAL un F ; TOOL est notre propre repère, sans valeur légale.',
    'A period: 48 hours, 8 days, 5 working days, 3 months, 1 year.':
      'Un délai : 48 hours, 8 days, 5 working days, 3 months, 1 year.',
    'Calendar time: 18 years, 6 months, 10 days.': 'Une durée de calendrier : 18 years, 6 months, 10 days.',
    'at once, end of day, 48 hours, 8 days, 5 working days, 3 months, 1 year.':
      'at once, end of day, 48 hours, 8 days, 5 working days, 3 months, 1 year.',
    'Grounds: S19, F36, G07, P4.6, L287-292, or an article: CASF L226-3. One or a list.':
      'Sources : S19, F36, G07, P4.6, L287-292, ou un article : CASF L226-3. Une seule ou une liste.',
    'Code → words.': 'Code → mots.',
    'A value or condition by name; or lines, of which the first whose `when` is exactly true gives it.':
      'Une valeur ou une condition par son nom ; ou des lignes, dont la première qui a un `when` exactement vrai la donne.',
    'One line of a derived value.': 'Une ligne d’une valeur déduite.',
    'What a row says with its own figures: every part whose `when` is exactly true, in order.':
      'Ce qu’une ligne dit avec ses propres chiffres : chaque partie dont le `when` est exactement vrai, dans l’ordre.',
    'A part of the sentence. {name} stands for a number of the row.':
      'Une partie de la phrase. {nom} tient la place d’un nombre de la ligne.',
    'Words in both languages: {fr: …, en: …}.': 'Des mots dans les deux langues : {fr: …, en: …}.',
    'English words.': 'Des mots anglais.',
    'What it translates: protection@1.0.0, facts@1.': 'Ce qu’il traduit : protection@1.0.0, facts@1.',
    'Fact → words.': 'Fait → mots.',
    'Step → words.': 'Étape → mots.',
    'Part → words.': 'Partie → mots.',
    'Outcome → words.': 'Issue → mots.',
    'An outcome.': 'Une issue.',
    'Safeguard → words.': 'Garde-fou → mots.',
    'A safeguard.': 'Un garde-fou.',
    'Moment → words.': 'Moment → mots.',
    'A moment.': 'Un moment.',
    'List → code → words.': 'Liste → code → mots.',
    'Written by `repere protocol stamp`.': 'Écrit par `repere protocol stamp`.',
    'English of a fact.': 'L’anglais d’un fait.',
    'Item → words, or {label, hint}.': 'Élément → mots, ou {label, hint}.',
    'An item.': 'Un élément.',
    'Field → words.': 'Champ → mots.',
    'A field.': 'Un champ.',
    'A step.': 'Une étape.',
    'In the order of the protocol.': 'Dans l’ordre du protocole.',
    'A worked history.': 'Une histoire jouée.',
    'What happens, in a few words: how it is listed.':
      'Ce qui se passe, en peu de mots : son titre dans la liste.',
    'What happens, in some sentences.': 'Ce qui se passe, en quelques phrases.',
    'Protocol → version.': 'Protocole → version.',
    'Protocols engaged at the beginning.': 'Protocoles engagés au début.',
    'INSEE code, quoted: "93".': 'Code INSEE, entre guillemets : "93".',
    'Labels in charge.': 'Qui suit le dossier.',
    'Name → value.': 'Nom → valeur.',
    'The history.': 'L’histoire.',
    'One line of the history.': 'Une ligne de l’histoire.',
    '2025-03-04T09:00, local to the territory; an offset may follow.':
      '2025-03-04T09:00, à l’heure du département ; un décalage peut suivre.',
    'Whose act: a role (TS, TS-duty), a list, or {role, name, language}.':
      'Qui agit : un rôle (TS, TS-duty), une liste, ou {role, name, language}.',
    'Whose account.': 'De quel compte.',
    'When it really happened: a time, or a date known to day, month or year.':
      'Quand cela s’est vraiment passé : une heure, ou une date au jour, au mois ou à l’année.',
    'An earlier row.': 'Une ligne antérieure.',
    'No other.': 'Pas d’autre.',
    'Reason codes.': 'Codes de motifs.',
    'Kinds, or kind → reference.': 'Genres, ou genre → référence.',
    'Only a word to the reader.': 'Un mot pour le lecteur seulement.',
    'Completes it. `step`, `protocol.step` or `protocol#2.step`.':
      'La termine. `etape`, `protocole.etape` ou `protocole#2.etape`.',
    'Opens a protocol.': 'Ouvre un protocole.',
    'This line must be refused; or what the refusal mentions; "perhaps": told if it is taken.':
      'Cette ligne doit être refusée ; ou ce que dit le refus ; "perhaps" : racontée si elle est acceptée.',
    'What must hold; any further key is a derived name.':
      'Ce qui doit être vrai ; toute autre clé est le nom d’une valeur déduite.',
    'Step → state, or states of which one.': 'Étape → état, ou états dont un seul.',
    'Step → time, null, or {at, late_from, owner, origin, says, met}.':
      'Étape → heure, null, ou {at, late_from, owner, origin, says, met}.',
    'Exactly these of ours are late.': 'Exactement celles-ci, des nôtres, sont en retard.',
    'Exactly these of outside are late.': 'Exactement celles-ci, des autres, sont en retard.',
    'Each waits for the return of the child; [] means none.':
      'Chacune attend le retour de l’enfant ; [] veut dire aucune.',
    'Each is there; [] means none.': 'Chacun est là ; [] veut dire aucun.',
    'A deviation.': 'Un écart.',
    'Protocols.': 'Des protocoles.',
    'Row, `exams.x1`, → part of what it says.': 'Ligne, `exams.x1`, → une partie de ce qu’elle dit.',
    'Safeguards that are not broken now.': 'Garde-fous qui tiennent à ce moment.',
    'Steps that may be done now, for the first time or again.':
      'Les étapes qui peuvent être faites maintenant, une première fois ou de nouveau.',
    'Outcomes that no run has.': 'Issues qu’aucun protocole engagé n’a.',
    'Lines tried and not kept.': 'Lignes essayées, non gardées.',
    'An attempt.': 'Un essai.',
    'Names.': 'Des noms.',
    'Steps.': 'Des étapes.',
    'An explanation.': 'Une explication.',
    'Time → step → state.': 'Heure → étape → état.',
    'Step → state.': 'Étape → état.',
    'Facts of the case, moments, reasons, kinds of evidence.':
      'Faits du dossier, moments, motifs, genres de pièce.',
    'Version of the language.': 'Version du langage.',
    'Facts of the case, never asked twice.': 'Faits du dossier, jamais demandés deux fois.',
    'The only way time enters a condition: reached(majority).':
      'La seule façon pour le temps d’entrer dans une condition : reached(majority).',
    'Which end of an imprecise date.': 'Quelle borne d’une date imprécise.',
    'Closed lists of reasons.': 'Listes fermées de motifs.',
    'Closed lists of reasons of its own; one that is called as a shared list stands in its place.':
      'Ses propres listes fermées de motifs ; celle qui porte le nom d’une liste commune en tient lieu.',
    'true: a worked example that nobody asked for; only a demo publishes it.':
      'true : un exemple que personne n’a demandé ; seule une démonstration le publie.',
    'Words; or {label, contradictedBy}: the condition under which this reason contradicts what is recorded.':
      'Des mots ; ou {label, contradictedBy} : la condition dans laquelle ce motif contredit ce qui est noté.',
    'Kinds of evidence: code → words.': 'Genres de pièce : code → mots.',
    'French: word → better.': 'Français : mot → mieux.',
    'English: word → better.': 'Anglais : mot → mieux.',
    'Words that no reason, code or guidance may use (S11, S62), and what to say instead: shown beside free text.':
      'Mots qu’aucun motif, code ni conseil ne peut employer (S11, S62), et ce qu’il vaut mieux dire : montré à côté de ce qu’on écrit.',
    'A fact: something asked, seen or told.': 'Un fait : ce qui est demandé, vu ou dit.',
    'Kind of answer.': 'Genre de réponse.',
    'Who may need to see it.': 'Qui peut avoir besoin de le voir.',
    'never: another value is an amendment with its reason. over-time: it may change. Default never.':
      'never : une autre valeur est une correction, avec sa raison. over-time : il peut changer. Par défaut never.',
    'Several codes may be chosen.': 'On peut choisir plusieurs codes.',
    'Codes of a choice: a list, with `labels`; or code → words.':
      'Codes d’un choix : une liste, avec `labels` ; ou code → mots.',
    'Codes from the most to the least protective.':
      'Codes, de ce qui protège le plus à ce qui protège le moins.',
    'Items of a checklist: id → words, or {label, hint}.':
      'Éléments d’une grille : identifiant → mots, ou {label, hint}.',
    'Words of an item, or {label, hint}.': 'Mots d’un élément, ou {label, hint}.',
    'Fields of each row of a list.': 'Champs de chaque ligne d’une liste.',
    'Values computed in each row.': 'Valeurs déduites dans chaque ligne.',
    'The only step that writes it: protection.danger.': 'La seule étape qui l’écrit : protection.danger.',
    'Unit shown beside the number.': 'Unité montrée à côté du nombre.',
    'Of a date: may lie in the future.': 'D’une date : elle peut être à venir.',
    'A field of a row.': 'Un champ d’une ligne.',
    'An overlay.': 'Une adaptation locale.',
    'Only additions, and limits or deadlines made stricter.':
      'Seulement des ajouts, et des limites ou des échéances resserrées.',
    'protocol@major: identification@1.': 'protocole@majeure : identification@1.',
    'Number of this overlay: a changed one takes the next. Default 1.':
      'Numéro de cette adaptation : changée, elle prend le suivant. Par défaut 1.',
    'Stricter numbers, and second persons.': 'Des nombres plus stricts, et des secondes personnes.',
    'Step → a second person, always.': 'Étape → une seconde personne, toujours.',
    'A second person.': 'Une seconde personne.',
    'Limit → new value, in the direction that it allows.':
      'Limite → nouvelle valeur, dans le sens qu’elle permet.',
    'Step → shorter deadline.': 'Étape → échéance plus courte.',
    'Deadline.': 'Échéance.',
    'What is added.': 'Ce qui est ajouté.',
    'Whole steps.': 'Des étapes entières.',
    'Safeguards.': 'Des garde-fous.',
    'Not before this time after that.': 'Pas avant ce délai après cela.',
    'One deadline.': 'Une échéance.',
    '`run`, a step, or a date fact.': '`run`, une étape, ou une date.',
    'Whose time it is: ours, or outside (a judge, the CRIP). Default ours.':
      'À qui est ce délai : ours (nous), ou outside (un juge, la CRIP). Par défaut ours.',
    'What happens when it passes.': 'Ce qui se passe quand il est dépassé.',
    'After this long: remind, or tell a role.': 'Après ce temps : rappeler, ou prévenir un rôle.',
    'Remind.': 'Rappeler.',
    'Done in one run, it counts in another for so long, unless what it stands on changed.':
      'Faite dans un engagement, elle compte dans un autre pendant ce temps, sauf si ce sur quoi elle repose a changé.',
    'Facts beside its own: told anew, it no longer counts.':
      'Des faits en plus des siens : dits à nouveau, elle ne compte plus.',
    'It comes again, so long after it was last done: a period, or lines {when, is}.':
      'Elle revient, ce temps après la dernière fois : un délai, ou des lignes {when, is}.',
    'The first line that is exactly true; the last has no `when`.':
      'La première ligne exactement vraie ; la dernière n’a pas de `when`.',
    'child present: suspended while the child is missing.':
      'child present : suspendue tant que l’enfant a disparu.',
    'Runs are absences of the child: until `over` is exactly true the child is not there.':
      'Chaque engagement est une absence de l’enfant : tant que `over` n’est pas exactement vrai, l’enfant n’est pas là.',
    'The step that says when it ended.': 'L’étape qui dit quand elle a pris fin.',
    'What is sent must exactly satisfy `that`.': 'Ce qui est envoyé doit satisfaire exactement `that`.',
    'A record is never refused; it is flagged.': 'Un enregistrement n’est jamais refusé ; il est signalé.',
    "A child's right was breached.": 'Un droit de l’enfant a été atteint.',
    "Printed code: P4.6. Default: the protocol's.": 'Code imprimé : P4.6. Par défaut celui du protocole.',
    'Kind of step.': 'Genre d’étape.',
    'Whose act it is.': 'De qui c’est l’acte.',
    'Roles that may enter it; default: the worker in charge.':
      'Rôles qui peuvent la saisir ; par défaut : qui suit le dossier.',
    'Steps that come before.': 'Étapes qui viennent avant.',
    'Facts asked; `list.field` of the row in hand.': 'Faits demandés ; `liste.champ` de la ligne en cours.',
    'Fields that need an answer; "unknown" is one.':
      'Champs qui demandent une réponse ; « ne sait pas » en est une.',
    'Value decided → list of reasons.': 'Valeur décidée → liste de motifs.',
    'before: in effect once approved. at once: approved afterwards. Default: by the rank.':
      'before : vaut une fois validé. at once : validé ensuite. Par défaut : selon le rang.',
    'Kinds of evidence of facts.yaml.': 'Genres de pièce de facts.yaml.',
    'true, or {newFacts: true}: a lower value names a fact entered since.':
      'true, ou {newFacts: true} : une valeur plus basse nomme un fait saisi depuis.',
    'never (default), or {with: reason | approval, reasons: list}.':
      'never (par défaut), ou {with: reason | approval, reasons: liste}.',
    'What a waiver needs.': 'Ce qu’il faut pour écarter l’étape.',
    'Conditions on what is sent.': 'Conditions sur ce qui est envoyé.',
    'Deviations to show.': 'Écarts à montrer.',
    'It protects the child: nothing may make it wait.':
      'Elle protège l’enfant : rien ne peut la faire attendre.',
    'Whom it contacts.': 'Qui elle contacte.',
    "A part of parts.yaml, used here. Its words, fields and rules are the part's.":
      'Une partie de parts.yaml, employée ici. Ses mots, ses champs et ses règles sont ceux de la partie.',
    'Name of a part of parts.yaml.': 'Nom d’une partie de parts.yaml.',
    'A number that conditions read by its name.': 'Un nombre que les conditions lisent par son nom.',
    'Which way a territory may move it; default never.':
      'Dans quel sens un département peut le bouger ; par défaut never.',
    'Another protocol that starts on a condition.': 'Un autre protocole, qui commence sous condition.',
    'A new run each time. Default false.': 'Un nouvel engagement à chaque fois. Par défaut false.',
    'Wait before it starts.': 'Attente avant qu’il commence.',
    'A result; the first that holds.': 'Un résultat ; le premier qui vaut.',
    'full, or less: then exactly true, and every line above exactly false.':
      'full, ou less : alors exactement vrai, et chaque ligne au-dessus exactement fausse.',
    'The last line: when no other holds.': 'La dernière ligne : quand aucune autre ne vaut.',
    'What must hold in every reachable state.': 'Ce qui doit être vrai dans tout état atteignable.',
    'The same steps whatever these facts say.': 'Les mêmes étapes, quoi que disent ces faits.',
    'Facts.': 'Des faits.',
    'Which steps are compared; default: all.': 'Quelles étapes sont comparées ; par défaut : toutes.',
    'The same outcome whatever these facts say.': 'La même issue, quoi que disent ces faits.',
    'Growing older only adds.': 'Grandir ne fait qu’ajouter.',
    'What grows.': 'Ce qui grandit.',
    'Forgetting an answer never makes this less protective.':
      'Oublier une réponse ne fait jamais protéger moins.',
    'Steps that exist once.': 'Étapes écrites une seule fois.',
    'Name → step.': 'Nom → étape.',
    'A part: one step, used by several protocols.':
      'Une partie : une étape, employée par plusieurs protocoles.',
    'A protocol.': 'Un protocole.',
    'Printed code: P4.': 'Code imprimé : P4.',
    'one a case, or many: recurs. Default one.': 'one par dossier, ou many : revient. Par défaut one.',
    'Numbers, some of which an overlay may make stricter.':
      'Des nombres, dont certains peuvent être resserrés par une adaptation locale.',
    "The run's own facts.": 'Les faits propres à ce protocole.',
    'Values and conditions by name, 300 at most.': 'Valeurs et conditions par leur nom, 300 au plus.',
    'Steps, in the order of the plan, 300 at most.': 'Étapes, dans l’ordre prévu, 300 au plus.',
    'Other protocols that start.': 'Autres protocoles qui commencent.',
    'Results; the last is `otherwise: true`.': 'Résultats ; le dernier est `otherwise: true`.',
    'What must always hold.': 'Ce qui doit toujours être vrai.',
    'Codes that `basis` may cite.': 'Codes que `basis` peut citer.',
    'Items of the report.': 'Points du rapport.',
    'Facts of law or practice.': 'Textes de droit ou usages établis.',
    'A fact.': 'Un texte.',
    'A official wording, B mirror, C secondary, U unverified.':
      'A texte officiel, B miroir, C source secondaire, U non vérifié.',
    'Where it was read.': 'Où il a été lu.',
    'In force, or decided, on this day.': 'En vigueur, ou décidé, à cette date.',
    'Other references of the same text, each from a day on.':
      'Autres références du même texte, chacune à partir d’une date.',
    'Renumbered.': 'Renuméroté.',
    'Guards of the engine.': 'Gardes du moteur.',
    'A guard.': 'Une garde.',
    'Worked histories that differ in little.': 'Histoires jouées qui diffèrent de peu.',
    'Each is an example of its own.': 'Chacune est un exemple à elle seule.',
    'What differs from the base.': 'Ce qui diffère de la base.',
    'Way into `given` → value.': 'Chemin dans `given` → valeur.',
    'Added to what the base expects.': 'Ajouté à ce que la base attend.',
  }),
);
