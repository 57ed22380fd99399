module.exports = {
  displayName: 'feel',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
