const { createCjsPreset } = require('jest-preset-angular/presets');

const preset = createCjsPreset();

module.exports = {
  ...preset,
  testTimeout: require('../../jest.preset.cjs').testTimeout,
  displayName: 'ui',
  testMatch: ['**/*.spec.ts'],
  resolver: '@nx/jest/plugins/resolver',
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  transformIgnorePatterns: [
    'node_modules/(?!(.*\\.mjs$|@jsverse/|temporal-(polyfill|utils)/|lezer-feel/|min-dash/))',
  ],
};
