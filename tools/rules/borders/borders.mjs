/**
 * Who may import whom inside an app: a line is a domain, what it is, and the domains below it that it may know. What stands in no
 * folder puts an app together: it may import all, and nobody imports it; so does a folder that `putsTogether`. `docs/borders.md` is printed from this list
 * (`npm run print-docs`), and lint reads it.
 *
 * @typedef {{ readonly is: string, readonly mayImport: readonly string[], readonly putsTogether?: true }} Domain
 * @typedef {Readonly<Record<string, Domain>>} Borders
 */

/** @type {Readonly<Record<string, Borders>>} */
export const BORDERS = {
  'apps/web/src/app': {
    platform: {
      is: 'what every page stands on: the door to the API, headings, titles, refusals, lists',
      mayImport: [],
    },
    access: {
      is: 'coming in, who one is, the lock and the privacy screen',
      mayImport: ['platform'],
    },
    help: {
      is: 'help, emergency numbers, the sheet that is shown to a child',
      mayImport: ['platform', 'access'],
    },
    administration: {
      is: 'accounts, teams, rights, as work',
      mayImport: ['platform', 'access'],
    },
    protocols: {
      is: 'what the rules say, and changing them',
      mayImport: ['platform', 'access'],
    },
    cases: {
      is: 'cases, their steps, and what pages about cases share',
      mayImport: ['platform', 'access', 'help', 'protocols'],
    },
    audit: {
      is: 'how cases were handled, and by whom they were looked at',
      mayImport: ['platform', 'access', 'protocols', 'cases'],
    },
    privacy: {
      is: 'keeping, erasing, sharing, requests for access',
      mayImport: ['platform', 'access', 'cases'],
    },
    referrals: {
      is: 'parts of cases that partners see',
      mayImport: ['platform', 'access', 'cases', 'audit', 'privacy'],
    },
    directory: {
      is: 'services that can help a child',
      mayImport: ['platform', 'access', 'cases'],
    },
    letters: {
      is: 'letters that come out of a case: written, looked at, sent',
      mayImport: ['platform', 'access', 'cases', 'privacy'],
    },
    documents: {
      is: 'papers and pictures that came into a case: added, downloaded, destroyed',
      mayImport: ['platform', 'access', 'cases'],
    },
    appointments: {
      is: 'calendars of a case, and of who works with children',
      mayImport: ['platform', 'access', 'cases'],
    },
    conferences: {
      is: 'case conferences: planned, written down, agreed to, and what was agreed to be done',
      mayImport: ['platform', 'access', 'cases', 'appointments'],
    },
    reminders: {
      is: 'word of what is due, and calendars',
      mayImport: ['platform', 'access', 'cases'],
    },
    casework: {
      is: 'pages on which domains meet: the day, a case, who may see it',
      mayImport: [
        ...['platform', 'access', 'cases', 'audit', 'privacy', 'referrals', 'reminders'],
        'appointments',
      ],
    },
    training: {
      is: 'fictional children to practise on: scenarios played in the browser, their score',
      mayImport: ['platform', 'access', 'protocols'],
    },
    shell: {
      is: 'what stands around every page: bars, menus, the view of the privacy screen',
      mayImport: ['platform', 'access'],
    },
  },
  'apps/api/src': {
    platform: {
      is: 'requests, units of work, keys, writing events, jobs, mail: what every domain stands on',
      mayImport: [],
    },
    migrations: { is: 'how a database came to be what it is', mayImport: [] },
    ledger: {
      is: 'the record: places in one log, signatures, proofs',
      mayImport: ['platform'],
    },
    access: {
      is: 'coming in: accounts, factors, providers, sessions',
      mayImport: ['platform'],
    },
    protocols: {
      is: 'versions, drafts, exploring, what is printed of them',
      mayImport: ['platform'],
    },
    web: {
      is: 'pages that are served: the app, the sheet that is shown to a child',
      mayImport: ['platform'],
    },
    health: { is: 'whether it works', mayImport: ['platform', 'ledger'] },
    directory: {
      is: 'whom to call, and which services there are, by territory',
      mayImport: ['platform', 'access'],
    },
    cases: {
      is: 'cases: journal, steps, projections, lists, who may see them',
      mayImport: ['platform', 'access', 'protocols', 'directory'],
    },
    fsck: {
      is: 'the record held against itself and against what it tells of',
      mayImport: ['platform', 'ledger', 'cases'],
    },
    keys: {
      is: 'changing the keys that data are under',
      mayImport: ['platform', 'ledger', 'cases'],
    },
    audit: {
      is: 'conformance, missions, the access log, bundles, the board',
      mayImport: ['platform', 'ledger', 'protocols', 'cases'],
    },
    privacy: {
      is: 'retention, holds, erasure, sharing, requests for access, the register',
      mayImport: ['platform', 'ledger', 'access', 'protocols', 'cases', 'audit'],
    },
    referrals: {
      is: 'who can help a child, and parts of cases that partners see',
      mayImport: ['platform', 'access', 'directory', 'protocols', 'cases', 'privacy'],
    },
    documents: {
      is: 'papers and pictures that came into a case: cleaned, kept, destroyed',
      mayImport: ['platform', 'cases', 'privacy'],
    },
    appointments: {
      is: 'appointments of children: planned, moved, ended, what is in their way, and who is told',
      mayImport: ['platform', 'access', 'cases', 'privacy'],
    },
    letters: {
      is: 'letters that come out of a case: composed, kept as they left, sent',
      mayImport: ['platform', 'protocols', 'cases', 'privacy', 'referrals', 'appointments'],
    },
    conferences: {
      is: 'case conferences: planned, written down, agreed to by another person, and their actions',
      mayImport: ['platform', 'cases', 'appointments', 'privacy', 'referrals'],
    },
    reminders: {
      is: 'who is told what is due, by page, mail and calendar',
      mayImport: ['platform', 'access', 'protocols', 'cases', 'appointments'],
    },
    training: {
      is: 'scenarios to practise on, and spaces to practise in',
      mayImport: ['platform', 'ledger', 'access', 'protocols', 'cases', 'reminders'],
    },
    demo: {
      is: 'fictional people and cases: programs of their own, nothing of a server’s',
      mayImport: [],
      putsTogether: true,
    },
    commands: { is: 'what is done by hand', mayImport: [], putsTogether: true },
    development: { is: 'the server of `npm run dev`', mayImport: [], putsTogether: true },
  },
};
