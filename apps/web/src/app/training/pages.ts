import type { Pages } from '../platform/pages/page';

/** Pages of training: what is practised on are fictional children only. */
export const TRAINING_PAGES = {
  list: {
    path: '/formation',
    title: 'training.title',
    who: ['lead-training'],
    visitor: 'sacha',
    menu: {
      in: 'bar',
      word: 'shell.nav.training',
      icon: 'started',
      places: [{ for: 'trainers', at: 105 }],
      isSecondary: true,
    },
  },
  join: { path: '/formation/rejoindre', title: 'training.join.title', who: 'anyone', visitor: 'nobody' },
  group: { path: '/formation/classe', title: 'training.group.title', who: 'signed-in', visitor: 'sacha' },
  moments: {
    path: '/formation/moments',
    title: 'training.moments-title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  team: {
    path: '/formation/equipe',
    title: 'training.team.title',
    who: ['keep-certificates'],
    visitor: 'sacha',
  },
  own: {
    path: '/formation/mes-formations',
    title: 'training.own.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'account',
      word: 'shell.nav.own-training',
      icon: 'started',
      places: [{ for: 'live-staff', at: 16 }],
    },
  },
  board: { path: '/formation/groupes', title: 'training.board.title', who: 'signed-in', visitor: 'sacha' },
  presenter: {
    path: '/formation/presenter',
    title: 'training.presenter.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  questions: {
    path: '/formation/questions',
    title: 'training.questions.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  room: { path: '/formation/salle', title: 'training.room.title', who: 'signed-in', visitor: 'sacha' },
  debrief: { path: '/formation/bilan', title: 'training.debrief-title', who: 'signed-in', visitor: 'sacha' },
  scenarios: {
    path: '/formation/scenarios',
    title: 'scenarios.title',
    who: ['lead-training'],
    visitor: 'sacha',
  },
  reading: {
    path: '/formation/scenarios/:scenario',
    title: 'scenarios.titles.read',
    who: ['lead-training'],
    visitor: 'sacha',
  },
  writing: {
    path: '/formation/mes-scenarios/:scenarioId',
    title: 'scenarios.titles.write',
    who: ['lead-training'],
    visitor: 'sacha',
  },
  scenario: {
    path: '/formation/:scenario',
    title: 'training.titles.scenario',
    who: ['lead-training'],
    visitor: 'sacha',
  },
} as const satisfies Pages;
