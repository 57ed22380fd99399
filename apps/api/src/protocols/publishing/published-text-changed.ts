/** A version of the product's folder stands in this space with other words: what was published never changes. */
export class PublishedTextChanged extends Error {
  constructor(key: string) {
    super(
      `${key} : publié ici avec un autre texte. Démonstration plus ancienne : \`npm run reset\` recommence ; sinon, le nouveau texte demande un numéro de version à lui.\n` +
        `${key} was published here with another text. An earlier demo: \`npm run reset\` starts over; else the new text needs a version number of its own.`,
    );
  }
}
