module.exports = {
  displayName: 'training',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
