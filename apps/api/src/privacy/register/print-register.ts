import type { Text } from '@repere/feel';
import { RETENTION_RULES } from '@repere/privacy';
import type { ColumnClass } from '../../platform/data/column-class';
import { declaredTable, type DeclaredTable, type EntityClass } from '../../platform/data/declared-table';
import { RETENTION_WORDS } from './retention-words';

const MADE = `<!-- Made from the data model by \`npx nx run api:test\` with REPERE_WRITE_DOCS=1. Don't edit: change the code. -->`;

/**
 * The register of processing (GDPR art. 30) as far as software can say it: each table with its purpose and retention, each column
 * with its class. What only the service knows is left to fill in, and says so.
 */
export function printRegister(entitiesByDomain: Readonly<Record<string, readonly EntityClass[]>>): string {
  return [
    '# Registre des traitements · Register of processing',
    MADE,
    'Ce que Repère enregistre, pourquoi, sous quelle protection et combien de temps. Fait à partir du modèle de données : une colonne sans explication fait échouer les tests. Ce que seul le service sait est marqué **à compléter**.',
    '_What Repère records, why, how protected and for how long. Made from the data model; what only the service knows is marked **to fill in**._',
    '## Le traitement · The processing',
    table(
      ['', 'Français', 'English'],
      [
        ['Responsable', '**à compléter** : le service', '**to fill in**: the service'],
        ['Délégué à la protection des données', '**à compléter**', '**to fill in**'],
        [
          'Finalité',
          'Protéger et accompagner des enfants victimes d’exploitation sexuelle, et pouvoir prouver ce qui a été fait',
          'Protecting and accompanying child victims of sexual exploitation, and being able to prove what was done',
        ],
        [
          'Base légale',
          '**à compléter** : non vérifiée par un juriste',
          '**to fill in**: not verified by a lawyer',
        ],
        [
          'Personnes concernées',
          'enfants, leur entourage, personnes mises en cause, professionnels',
          'children, people around them, people implicated, professionals',
        ],
        [
          'Destinataires',
          'ceux de la table des droits (docs/access.md) ; hors du service, chaque partage est noté dans le dossier',
          'those of the table of rights (docs/access.md); outside the service, each sharing is recorded in the case',
        ],
        ['Transferts hors de l’Union', 'aucun par Repère', 'none by Repère'],
      ],
    ),
    '## Durées · Periods',
    table(
      ['Quoi · What', 'Depuis · From', 'Durée · Period', 'Source', 'État · Status'],
      RETENTION_RULES.map((rule) => [
        both(rule.what),
        both(rule.fromWords),
        periodOf(rule),
        both(rule.source),
        `${rule.origin}, ${rule.status}, ${rule.confidence}`,
      ]),
    ),
    ...Object.entries(entitiesByDomain).flatMap(([domain, entities]) => [
      `## ${domain}`,
      ...entities.map(declaredTable).flatMap(tableOf),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function tableOf({ name, purpose, retention, columns }: DeclaredTable): readonly string[] {
  return [
    `### \`${name}\``,
    `${both(purpose)}. ${both(RETENTION_WORDS[retention])}`,
    table(
      ['Colonne · Column', 'Ce qu’elle dit · What it tells'],
      columns.map(({ column, its }) => [`\`${column}\``, describeColumnClass(its)]),
    ),
  ];
}

/** What a column tells whoever has the database and no key. */
export function describeColumnClass(its: ColumnClass): string {
  switch (its.is) {
    case 'impersonal':
      return 'rien sur personne · nothing about anybody';
    case 'coded':
      return 'code, n’identifie personne · code, identifies nobody';
    case 'published':
      return 'public';
    case 'pseudonym':
      return `identifiant au hasard · random id (${its.of})`;
    case 'ciphertext':
      return `chiffré · encrypted: ${its.holds.join(', ')} (${its.under})`;
    case 'keyed-hash':
      return `empreinte à clé · keyed hash: ${its.of}`;
    case 'one-way':
      return `empreinte à sens unique · one-way hash: ${its.of}`;
    case 'staff':
      return `professionnels, en clair · staff, in clear: ${its.why}`;
  }
}

function periodOf({ months, days }: (typeof RETENTION_RULES)[number]): string {
  if (days !== undefined) return `${String(days)} jours · days`;
  return months === null ? 'inconnue · unknown' : `${String(months)} mois · months`;
}

const both = ({ fr, en }: Text): string => `${fr} · _${en}_`;

/** A table in Markdown, as prettier leaves it alone: the folder is not formatted. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
