module.exports = {
  displayName: 'api',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/src/testing/start-database.cjs',
  globalTeardown: '<rootDir>/src/testing/stop-database.cjs',
  testTimeout: 30000,
  maxWorkers: 2,
};
