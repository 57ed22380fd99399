module.exports = {
  displayName: 'directory',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
