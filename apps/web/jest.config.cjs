const { createCjsPreset } = require('jest-preset-angular/presets');

const preset = createCjsPreset();

module.exports = {
  ...preset,
  testTimeout: require('../../jest.preset.cjs').testTimeout,
  displayName: 'web',
  testMatch: ['**/*.spec.ts'],
  resolver: '@nx/jest/plugins/resolver',
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  transformIgnorePatterns: [
    'node_modules/(?!(.*\\.mjs$|@jsverse/|any-ascii/|confusables/|double-metaphone/|temporal-(polyfill|utils)/|lezer-feel/|min-dash/))',
  ],
};
