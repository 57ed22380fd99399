module.exports = {
  displayName: 'privacy',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
