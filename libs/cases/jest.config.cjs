module.exports = {
  displayName: 'cases',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
