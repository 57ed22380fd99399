import type { Ciphertext } from '../../platform/data/column-class';

const MADE = `<!-- Made from the data model by \`npx nx run api:test\` with REPERE_WRITE_DOCS=1. Don't edit: change the code. -->`;

/** A skeleton of the impact assessment: what the software can answer is answered from the data model, the rest is left to the service. */
export function printImpactAssessment(
  tables: number,
  ciphertext: readonly (Pick<Ciphertext, 'holds'> & { readonly table: string; readonly column: string })[],
): string {
  const holding = Map.groupBy(
    ciphertext.flatMap(({ table, column, holds }) =>
      holds.map((it) => ({ it, at: `\`${table}.${column}\`` })),
    ),
    ({ it }) => it,
  );
  const risks = RISKS.map(([risk, measure]) => `| ${risk} | ${measure} | **à compléter** |`);
  return `# Analyse d’impact : ossature · Impact assessment: skeleton

${MADE}

À compléter et à signer par le responsable, avec son délégué. Repère répond ici de ce qu’il fait ; le reste, seul le service le sait. _To be completed and signed by the controller; Repère answers for what it does._

## 1. Le traitement

Enfants victimes d’exploitation sexuelle : données de santé, judiciaires, de vie sexuelle, de personnes vulnérables, à grande échelle. Le registre des traitements est dans [register.md](register.md) : ${String(tables)} tables, chaque colonne expliquée. **À compléter** : nombre de dossiers, d’agents, de sites.

## 2. Ce qui est chiffré, et où

| Classe · Class | Colonnes · Columns |
| --- | --- |
${[...holding]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([it, columns]) => `| ${it} | ${columns.map(({ at }) => at).join(', ')} |`)
  .join('\n')}

## 3. Nécessité et proportionnalité

- Chaque question d’un protocole cite la source qui la fonde ; sans source, elle n’est pas publiée.
- Durées : voir [register.md](register.md). **Aucune n’est vérifiée** : rien ne s’efface par une règle que personne n’a lue.
- Droits : accès (préparé par l’un, relu ligne à ligne par un autre), rectification (une correction s’ajoute, l’erreur reste visible), effacement (deux personnes, preuve gardée), opposition et limitation : **à compléter**.
- Information des enfants et des parents : **à compléter** par le service.

## 4. Risques et mesures

| Risque · Risk | Mesure dans Repère · Measure | Reste à faire · Left to do |
| --- | --- | --- |
${risks.join('\n')}

## 5. Avis et décision

Avis du délégué : **à compléter**. Avis des personnes concernées : **à compléter**. Décision du responsable, date, prochaine révision : **à compléter**.
`;
}

/** Grouped as the CNIL's method groups them: unlawful access, unwanted change, disappearance. */
const RISKS: readonly (readonly [risk: string, measure: string])[] = [
  [
    'Quelqu’un lit un dossier sans en avoir besoin',
    'Droits par lien avec le dossier, seconde barrière dans la base, chaque regard inscrit et visible',
  ],
  [
    'La base de données est volée',
    'Contenu chiffré par dossier, clés hors de la base ; recherche par empreintes à clé',
  ],
  [
    'Un exploiteur cherche où est l’enfant',
    'Lieux et contacts retirés à qui n’en a pas besoin ; rien dans les adresses, titres, courriels, journaux',
  ],
  [
    'Quelqu’un change ce qui a été fait',
    'Registre signé qui ne fait que grandir ; preuve vérifiable sans nous',
  ],
  [
    'Un dossier est effacé à tort',
    'Deux personnes, gel, obstacles vérifiés par la base, approbation liée à ce qui a été vu',
  ],
  ['Un dossier est gardé sans raison', 'Liste des durées écoulées ; aucune durée inventée'],
  [
    'Une remise désigne quelqu’un d’autre',
    'Relecture ligne à ligne par une autre personne ; textes libres signalés',
  ],
  [
    'Les données disparaissent',
    'Sauvegardes : **à compléter** par l’exploitant ; le registre dit ce qui a été perdu',
  ],
];
