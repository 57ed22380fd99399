import { type Text, text } from '../value';
/** What to say of a construct of FEEL that the subset leaves out. */
export interface Refusal {
  readonly message: Text;
  readonly remedy: Text;
}

const NO_DATE_LITERAL: Refusal = {
  message: text('On n’écrit pas de dates dans les conditions.', 'Dates are not written in conditions.'),
  remedy: text(
    'Nommez une date, ou déclarez un moment et écrivez reached(moment).',
    'Name a date fact, or declare a moment and write reached(moment).',
  ),
};

const NO_COMMENT: Refusal = {
  message: text(
    'Un commentaire dans une condition peut avaler la suite quand YAML replie les lignes.',
    'A comment inside an expression can swallow what follows when YAML folds lines.',
  ),
  remedy: text('Écrivez-le en commentaire YAML : # …', 'Write it as a YAML comment: # …'),
};

/** Node names of `lezer-feel` that are refused, with the reason and what to write instead. */
export const REFUSED_CONSTRUCTS: ReadonlyMap<string, Refusal> = new Map(
  Object.entries({
    IfExpression: {
      message: text(
        '« if » passe à « else » quand sa condition est inconnue.',
        '"if" falls to "else" when its condition is unknown.',
      ),
      remedy: text(
        'Écrivez une valeur déduite avec des lignes when/is : une ligne inconnue la rend inconnue.',
        'Write a derived value with when/is lines: an unknown line makes it unknown.',
      ),
    },
    ForExpression: {
      message: text(
        '« for » fabrique des listes, et les conditions ne font qu’interroger des listes.',
        '"for" makes lists, and conditions only ask about lists.',
      ),
      remedy: text(
        'Servez-vous de some, every, count ou last ; donnez à la liste un champ déduit pour ce qu’il faut à chaque ligne.',
        'Use some, every, count or last; give the list a derived field for what each row needs.',
      ),
    },
    null: {
      message: text(
        '« null » ne se compare pas : l’inconnu n’est ni égal ni différent.',
        '"null" cannot be compared: unknown is neither equal nor different.',
      ),
      remedy: text(
        'Interrogez la réponse elle-même : answer(fait) = "unknown", "not-asked" ou "refused".',
        'Ask for the answer itself: answer(fact) = "unknown", "not-asked" or "refused".',
      ),
    },
    List: {
      message: text('On n’écrit pas de listes dans les conditions.', 'Lists are not written in conditions.'),
      remedy: text(
        'Après « in », mettez des parenthèses : x in ("a", "b"), ou un intervalle : x in [1..3].',
        'After "in" use round brackets: x in ("a", "b"), or a range: x in [1..3].',
      ),
    },
    Context: {
      message: text(
        'Les contextes {…} ne servent pas dans les conditions.',
        'Contexts {…} are not used in conditions.',
      ),
      remedy: text('Donnez un nom à chaque valeur sous « derived ».', 'Name each value as a derived fact.'),
    },
    FilterExpression: {
      message: text(
        'Les filtres […] ne servent pas dans les conditions.',
        'Filters […] are not used in conditions.',
      ),
      remedy: text(
        'Servez-vous de some x in liste satisfies …, count(liste, …) ou last(liste, …).champ.',
        'Use some x in list satisfies …, count(list, …) or last(list, …).field.',
      ),
    },
    FunctionDefinition: {
      message: text(
        'On ne définit pas de fonctions dans les conditions.',
        'Functions are not defined in conditions.',
      ),
      remedy: text('Donnez un nom à la valeur sous « derived ».', 'Name the value under "derived".'),
    },
    InstanceOfExpression: {
      message: text(
        '« instance of » ne sert à rien : chaque fait a un seul type.',
        '"instance of" is not needed: every fact has one type.',
      ),
      remedy: text('Retirez-le.', 'Leave it out.'),
    },
    DateTimeLiteral: NO_DATE_LITERAL,
    LineComment: NO_COMMENT,
    BlockComment: NO_COMMENT,
    NamedParameters: {
      message: text('Ici, les arguments n’ont pas de nom.', 'Arguments have no names here.'),
      remedy: text('Donnez-les dans l’ordre : max(a, b).', 'Give them in order: max(a, b).'),
    },
    SimplePositiveUnaryTest: {
      message: text(
        'Une comparaison a besoin d’une valeur de chaque côté.',
        'A comparison needs a value on both sides.',
      ),
      remedy: text(
        'Écrivez x > 3, ou x in [1..3] ; « égal » s’écrit avec un seul signe : =.',
        'Write x > 3, or x in [1..3]; "equal" is one sign: =.',
      ),
    },
    '?': {
      message: text('Ici, « ? » ne désigne rien.', '"?" stands for nothing here.'),
      remedy: text('Nommez le fait que l’on compare.', 'Name the fact that is compared.'),
    },
  }),
);

const CLOCK: Refusal = {
  message: text(
    'Les conditions n’ont pas d’horloge : les mêmes faits doivent toujours donner la même réponse.',
    'Conditions have no clock: the same facts must always give the same answer.',
  ),
  remedy: text(
    'Déclarez un moment (from, after) et écrivez reached(moment).',
    'Declare a moment (from, after) and write reached(moment).',
  ),
};

/** Functions of standard FEEL that are refused with more than "unknown word". */
export const REFUSED_FUNCTIONS: ReadonlyMap<string, Refusal> = new Map(
  Object.entries({
    now: CLOCK,
    today: CLOCK,
    'is defined': {
      message: text(
        '« is defined » séparerait l’inconnu du connu.',
        '"is defined" would tell unknown from known.',
      ),
      remedy: text('Écrivez answer(fait) = "unknown".', 'Use answer(fact) = "unknown".'),
    },
    'get or else': {
      message: text(
        '« get or else » ferait de l’inconnu une valeur.',
        '"get or else" would turn unknown into a value.',
      ),
      remedy: text('Laissez-le inconnu, ou demandez le fait.', 'Leave it unknown, or ask for the fact.'),
    },
  }),
);
