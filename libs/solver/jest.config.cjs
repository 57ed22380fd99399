module.exports = {
  displayName: 'solver',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
