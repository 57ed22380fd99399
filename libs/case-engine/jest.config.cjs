module.exports = {
  displayName: 'case-engine',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
