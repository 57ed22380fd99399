import type { Pages } from '../platform/pages/page';

/** Pages about all protocols. */
export const PROTOCOL_PAGES = {
  list: {
    path: '/protocoles',
    title: 'protocols.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'bar',
      word: 'shell.nav.protocols',
      icon: 'protocol',
      places: [{ for: 'staff', at: 100 }],
      isSecondary: true,
    },
  },
  traceability: {
    path: '/protocoles/tracabilite',
    title: 'protocols.trace.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  references: {
    path: '/protocoles/references',
    title: 'protocols.references.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  openCases: {
    path: '/protocoles/:name/:version/dossiers-ouverts',
    title: 'editing.open-cases.page',
    who: 'signed-in',
    visitor: 'sacha',
  },
} as const satisfies Pages;

/** Pages of one version, in one frame; the text has no name of its own in the address. */
export const VERSION_PAGES = {
  text: {
    path: '/protocoles/:name/:version',
    title: 'protocols.titles.text',
    who: 'signed-in',
    visitor: 'sacha',
    tab: 'always',
  },
  diagram: {
    path: '/protocoles/:name/:version/schema',
    title: 'protocols.titles.diagram',
    who: 'signed-in',
    visitor: 'sacha',
    tab: 'always',
  },
  versions: {
    path: '/protocoles/:name/:version/versions',
    title: 'protocols.titles.versions',
    who: 'signed-in',
    visitor: 'sacha',
    tab: 'always',
  },
  safeguards: {
    path: '/protocoles/:name/:version/garde-fous',
    title: 'protocols.titles.safeguards',
    who: 'signed-in',
    visitor: 'sacha',
    tab: 'always',
  },
  examples: {
    path: '/protocoles/:name/:version/exemples',
    title: 'protocols.titles.examples',
    who: 'signed-in',
    visitor: 'sacha',
    tab: 'always',
  },
  play: {
    path: '/protocoles/:name/:version/exemples/:example',
    title: 'protocols.titles.play',
    who: 'signed-in',
    visitor: 'sacha',
  },
} as const satisfies Pages;
