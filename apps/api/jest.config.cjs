const groupsOf = require('../../jest.groups.cjs');

module.exports = {
  displayName: 'api',
  preset: '../../jest.preset.cjs',
  ...(process.env.REPERE_SPEC_GROUPS ? { testMatch: groupsOf(__dirname) } : {}),
  testEnvironment: 'node',
  transform: {
    ...require('../../jest.preset.cjs').transform,
    '\\.typ$': '<rootDir>/src/testing/text-file.cjs',
  },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/src/testing/start-database.cjs',
  globalTeardown: '<rootDir>/src/testing/stop-database.cjs',
  // A service with databases of its own is started for each file.
  maxWorkers: 2,
  // What a file loaded is let go of late: a worker that holds so much makes room for another.
  workerIdleMemoryLimit: '2GB',
};
