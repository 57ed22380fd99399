import { words } from '../../platform/answers/words';

/** What stands around the sheet: how to leave, to change the language, to print; and, beside it, what its lines stand on. */
export const SHEET_WORDS = {
  /** Tells whoever reads over a shoulder nothing. */
  title: words('À lire – Repère', 'To read – Repère'),
  exit: {
    act: words('Quitter vite', 'Leave at once'),
    keys: words('ou 3 fois la touche Maj', 'or press Shift 3 times'),
    two: words('Maj. Encore 2 fois pour quitter la page.', 'Shift. 2 more times to leave the page.'),
    one: words('Maj. Encore 1 fois pour quitter la page.', 'Shift. 1 more time to leave the page.'),
    over: words('Rien n’est fermé.', 'Nothing is closed.'),
    gone: words('On quitte la page.', 'Leaving the page.'),
  },
  /** In the language that it leads to. */
  language: words('Français', 'English'),
  write: words('SMS au', 'Text message to'),
  print: {
    ask: words('Imprimer cette feuille', 'Print this sheet'),
    title: words('Avant d’imprimer', 'Before you print'),
    why: words(
      'Ne donnez la feuille que si l’enfant dit pouvoir la garder sans danger. Qui fouille ses affaires, qui lit ses papiers ? Sans réponse, gardez-la pour lui.',
      'Give the sheet only if the child says that it can be kept safely. Who goes through their things, who reads their papers? Without an answer, keep it for the child.',
    ),
    act: words('L’enfant le dit : imprimer', 'The child says so: print'),
    not: words('Ne pas imprimer', 'Do not print'),
    unasked: words(
      'Demandez d’abord à l’enfant si cette feuille peut être gardée sans danger, puis servez-vous du bouton « Imprimer cette feuille », en bas de la page.',
      'Ask the child first whether this sheet can be kept safely, then use the button “Print this sheet” at the end of the page.',
    ),
    basis: words('Règle G16 : contact sûr', 'Rule G16: safe contact'),
  },
  adult: words('Pour l’adulte', 'For the adult'),
  grounds: {
    page: words('Sources – Repère', 'Sources – Repère'),
    title: words('Sur quoi repose chaque ligne de la feuille', 'What each line of the sheet stands on'),
    lead: words(
      'Pour l’adulte et le juriste. F : droit ou pratique, avec sa fiabilité. S : le rapport de 2007. G et P : ce que nous faisons, et la méthode. Un juriste doit relire chaque ligne avant usage.',
      'For the adult and the lawyer. F: law or practice, and how surely it was read. S: the report of 2007. G and P: what we do, and the method. A lawyer must review each line before use.',
    ),
    own: words('méthode de Repère', 'method of Repère'),
    lines: words('rapport, lignes', 'report, lines'),
    inForce: words('en vigueur ou rendu le', 'in force or decided on'),
    confidence: {
      A: words('lu sur un site officiel', 'read on an official site'),
      B: words('texte lu sur un miroir', 'text read on a mirror'),
      C: words('source secondaire', 'secondary source'),
      U: words('non vérifié', 'unverified'),
    },
  },
} as const;
