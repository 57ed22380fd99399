module.exports = {
  displayName: 'scenarios',
  preset: '../jest.preset.cjs',
  testEnvironment: 'node',
};
